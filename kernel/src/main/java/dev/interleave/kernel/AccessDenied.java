package dev.interleave.kernel;

/** A component asked for a capability that its scenario does not grant. */
public final class AccessDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When {@code component} names {@code target}, which is not in its {@code uses}. */
  public AccessDenied(String component, String target) {
    super(component + " may not use " + target + ": it is not in its uses");
  }
}
