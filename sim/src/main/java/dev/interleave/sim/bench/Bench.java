package dev.interleave.sim.bench;

import java.util.List;

/** A family of contests. */
enum Bench {
  /**
   * Messages of small actors, to Pekko's own dispatchers: one pair, 100 pairs, a ring of 100, 1,000
   * senders of 16 to one.
   */
  MESSAGES {
    @Override
    List<Contest> contests() {
      return MessageContests.all();
    }
  },
  /** Actors that each set a random timer again, to a bare priority queue of events. */
  TIMERS {
    @Override
    List<Contest> contests() {
      return TimerContests.all();
    }
  },
  /**
   * What a start costs: a system, a program of five actors in a system that is there, an idle hour,
   * 100,000 idle actors.
   */
  START {
    @Override
    List<Contest> contests() {
      return StartContests.all();
    }
  };

  /** Who is compared with whom, and on what. */
  abstract List<Contest> contests();
}
