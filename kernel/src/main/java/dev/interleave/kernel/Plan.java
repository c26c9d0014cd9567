package dev.interleave.kernel;

import dev.interleave.kernel.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a run needs: what a scenario file says, bound and checked.
 *
 * @param name the scenario's name
 * @param machine the dispatcher: what a core and a clock are
 * @param policy which ready task gets a core next
 * @param until the end of the run at the latest, since boot
 * @param parts the components, in the order of the file
 */
public record Plan(
    String name, Machine machine, Policy policy, Optional<Duration> until, List<Part> parts) {}
