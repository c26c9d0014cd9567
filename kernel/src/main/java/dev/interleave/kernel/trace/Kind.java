package dev.interleave.kernel.trace;

/** The kinds of entries of the ring; the ordinal is part of the digest, so only append. */
enum Kind {
  STARTED,
  STOPPED,
  SENT,
  READY,
  TAKEN,
  RESUMED,
  LEFT,
  INTERRUPT,
  DROPPED,
  MEASURED,
  COUNTED,
  PUBLISHED,
  CRASHED,
  RESTARTED,
  HALTED;

  static final Kind[] ALL = values();
}
