package dev.interleave.sim.bench;

import java.util.List;

/** How results are shown. */
interface Report {

  /** Before the first result. */
  List<String> head();

  /** One result. */
  String line(Contest contest, Result result);
}
