package dev.interleave.kernel;

import java.util.List;

/** One component in its place: its name, its authority, its settings as a task. */
public sealed interface Part {

  /** The name in the scenario: letters, digits, {@code -} and {@code _}. */
  String name();

  /** The names of the components that this one may use; its whole authority. */
  List<String> uses();

  /** How the kernel treats it as a task. */
  TaskSettings task();

  /** A driver in its place; it lives as long as the run. */
  record DriverPart(String name, Driver<?> driver, List<String> uses, TaskSettings task)
      implements Part {}

  /** A program in its place; {@code arrivals} says when its instances start. */
  record ProgramPart(
      String name, Program<?> program, List<String> uses, TaskSettings task, Arrivals arrivals)
      implements Part {}
}
