package dev.interleave.testkit;

import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.trace.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What came of a driver under test. */
final class Tried {
  static final String CLIENT = "client";
  private static final String ANSWERED = "Answered";

  private final ScenarioBench.Run run;
  private final int requests;
  private final List<Asker.Answer> answers;
  private final List<Object> late;
  private final Devices devices;
  private final Tampering tampering;
  private final Map<Integer, String> names = new HashMap<>();

  /**
   * @param run how it ended, and the trace
   * @param requests how many requests the clients had; they are numbered from 0
   * @param answers what the clients heard
   * @param late answers to requests that were answered before
   * @param devices of the driver
   * @param tampering with its messages
   */
  Tried(
      ScenarioBench.Run run,
      int requests,
      List<Asker.Answer> answers,
      List<Object> late,
      Devices devices,
      Tampering tampering) {
    this.run = run;
    this.requests = requests;
    this.answers = answers;
    this.late = late;
    this.devices = devices;
    this.tampering = tampering;
    events(Event.Started.class).forEach(it -> names.put(it.task(), it.name()));
  }

  ScenarioBench.Run run() {
    return run;
  }

  Devices devices() {
    return devices;
  }

  Tampering tampering() {
    return tampering;
  }

  /** What broke the run itself: a leak, a device that threw; else empty. */
  List<String> failures() {
    return run.outcome().end() == Outcome.End.FAILED
        ? List.of("the run failed: " + run.outcome().failure().orElse(""))
        : List.of();
  }

  /** Requests of which nobody heard anything. */
  List<String> lost() {
    return without(answers);
  }

  /** Requests that the driver did not answer itself. */
  List<String> unserved() {
    return without(answers.stream().filter(it -> !it.failed()).toList());
  }

  /** The number of the last request that the driver answered itself. */
  int lastServed() {
    return answers.stream()
        .filter(it -> !it.failed())
        .mapToInt(Asker.Answer::request)
        .max()
        .orElse(-1);
  }

  private List<String> without(List<Asker.Answer> heard) {
    Set<Integer> known = heard.stream().map(Asker.Answer::request).collect(Collectors.toSet());
    return IntStream.range(0, requests)
        .filter(number -> !known.contains(number))
        .mapToObj(number -> "request " + number + " has no answer" + reason(number))
        .toList();
  }

  private String reason(int number) {
    return answers.stream()
        .filter(it -> it.request() == number)
        .map(it -> ": " + it.value())
        .findFirst()
        .orElse("");
  }

  /** Answers that nobody waited for any more. */
  List<String> answeredAgain() {
    long sent =
        events(Event.Sent.class)
            .filter(it -> it.message().equals(ANSWERED) && nameOf(it.task()).startsWith(CLIENT))
            .count();
    long heard = answers.stream().filter(it -> !it.failed()).count();
    long again = sent - heard + late.size();
    return again > 0
        ? List.of(again + " answers to requests that were answered before " + late)
        : List.of();
  }

  /** All that is wrong when every request must be served, once. */
  List<String> faults() {
    List<String> faults = new ArrayList<>(failures());
    faults.addAll(unserved());
    faults.addAll(answeredAgain());
    return faults;
  }

  /** How much was lost at that place of the driver. */
  long dropped(String place) {
    return events(Event.Dropped.class)
        .filter(it -> it.place().equals(place) && isOfDriver(it.task()))
        .mapToLong(Event.Dropped::amount)
        .sum();
  }

  /** How many answers of the kernel there were. */
  long failedAsks() {
    return answers.stream().filter(Asker.Answer::failed).count();
  }

  /** How long each crash was followed by a restart, in nanoseconds. */
  List<Long> waits() {
    List<Long> waits = new ArrayList<>();
    long crashed = 0;
    for (Event event : run.events()) {
      if (event instanceof Event.Crashed) {
        crashed = event.at();
      } else if (event instanceof Event.Restarted) {
        waits.add(event.at() - crashed);
      }
    }
    return waits;
  }

  /** When anything happened, in nanoseconds since boot; in order, each once. */
  List<Long> times() {
    return run.events().stream().map(Event::at).distinct().sorted().toList();
  }

  /** How many tasks of the driver were alive at most, and at the end. */
  Tasks tasks() {
    int alive = 0;
    int most = 0;
    for (Event event : run.events()) {
      if (event instanceof Event.Started && isOfDriver(event.task())) {
        alive++;
      } else if (event instanceof Event.Stopped && isOfDriver(event.task())) {
        alive--;
      }
      most = Math.max(most, alive);
    }
    return new Tasks(most, alive);
  }

  /** Tasks of the driver: at most, and at the end of the run. */
  record Tasks(int most, int atTheEnd) {}

  private boolean isOfDriver(int task) {
    return (nameOf(task) + ".").startsWith(Trial.DRIVER + ".");
  }

  private <E extends Event> Stream<E> events(Class<E> kind) {
    return run.events().stream().filter(kind::isInstance).map(kind::cast);
  }

  private String nameOf(int task) {
    return names.getOrDefault(task, "");
  }
}
