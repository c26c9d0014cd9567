package dev.interleave.stage;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A kernel with drivers and programs in Java: made, run once, and looked at. */
public final class Scene {
  private final Machine machine;
  private final Policy policy;
  private final List<Part> parts = new ArrayList<>();
  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  private Optional<Duration> until = Optional.empty();
  private Optional<Kernel> kernel = Optional.empty();

  public Scene(Machine machine, Policy policy) {
    this.machine = machine;
    this.policy = policy;
  }

  public Scene until(Duration time) {
    until = Optional.of(time);
    return this;
  }

  public Scene driver(String name, Driver<?> driver, String... uses) {
    return driver(name, TaskSettings.DEFAULT, driver, uses);
  }

  public Scene driver(String name, TaskSettings settings, Driver<?> driver, String... uses) {
    parts.add(new Part.DriverPart(name, driver, List.of(uses), settings));
    return this;
  }

  public Scene program(String name, Program<?> program, String... uses) {
    return program(name, new Arrivals.Once(), program, uses);
  }

  public Scene program(String name, Arrivals arrivals, Program<?> program, String... uses) {
    return program(name, TaskSettings.DEFAULT, arrivals, program, uses);
  }

  public Scene program(
      String name, TaskSettings settings, Arrivals arrivals, Program<?> program, String... uses) {
    parts.add(new Part.ProgramPart(name, program, List.of(uses), settings, arrivals));
    return this;
  }

  /** Runs it to its end. */
  public Outcome run() {
    Kernel booted =
        Kernel.boot(
            new Plan("scene", machine, policy, until, parts), List.of(events::add), Host.NONE);
    kernel = Optional.of(booted);
    return booted.run();
  }

  /** Runs it, and wants it to end in order. */
  public Scene played() {
    Outcome outcome = run();
    if (outcome.end() == Outcome.End.FAILED) {
      throw new AssertionError(outcome.failure().orElse("failed"));
    }
    return this;
  }

  public Optional<String> digest() {
    return kernel.flatMap(Kernel::digest);
  }

  /** What happened. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** What happened of one kind. */
  public <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The number of the task of that name. */
  public int number(String name) {
    return events(Event.Started.class).stream()
        .filter(started -> started.name().equals(name))
        .findFirst()
        .orElseThrow()
        .task();
  }
}
