package dev.interleave.kernel.anysystem;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A system that has ended leaves neither a thread nor memory behind. */
@Timeout(180)
class LifecyclesTest {
  private static final int LIVES = 150;

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfManySystems(Lifecycles kind) {
    kind.leaveNothing(LIVES);
  }
}
