package dev.interleave.sim.bench;

import java.util.List;

/** A family of contests. */
enum Bench {
  MESSAGES(
      "messages of small actors, to Pekko's own dispatchers: one pair, 100 pairs, a ring of 100,"
          + " 1,000 senders of 16 to one") {
    @Override
    List<Contest> contests() {
      return MessageContests.all();
    }
  },
  TIMERS("actors that each set a random timer again, to a bare priority queue of events") {
    @Override
    List<Contest> contests() {
      return TimerContests.all();
    }
  },
  START(
      "what a start costs: a system, a program of five actors in a system that is there, an idle"
          + " hour, 100,000 idle actors") {
    @Override
    List<Contest> contests() {
      return StartContests.all();
    }
  };

  private final String meaning;

  Bench(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence. */
  String meaning() {
    return meaning;
  }

  /** Who is compared with whom, and on what. */
  abstract List<Contest> contests();
}
