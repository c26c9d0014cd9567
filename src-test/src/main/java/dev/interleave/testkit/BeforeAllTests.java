package dev.interleave.testkit;

import dev.interleave.kernel.redefine.Redefinition;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares a test run for virtual time before JUnit loads the first test class: whatever the test
 * classes load, no class keeps to the wall clock. JUnit finds it by itself where the kit is on the
 * class path.
 */
public final class BeforeAllTests implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Redefinition.loadedEarly();
  }
}
