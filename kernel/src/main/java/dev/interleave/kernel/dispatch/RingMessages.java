package dev.interleave.kernel.dispatch;

import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/** A growing ring for one thread. */
final class RingMessages implements Messages {
  private static final int FIRST = 4;

  private @Nullable Envelope[] ring = new Envelope[FIRST];
  private long @Nullable [] stamps;
  private int head;
  private int size;

  /**
   * @param stamped whether the order and time of each message is kept
   */
  RingMessages(boolean stamped) {
    stamps = stamped ? new long[2 * FIRST] : null;
  }

  @Override
  public void offer(Envelope envelope, long order, long at) {
    if (size == ring.length) {
      grow();
    }
    int place = (head + size++) & (ring.length - 1);
    ring[place] = envelope;
    if (stamps != null) {
      stamps[2 * place] = order;
      stamps[2 * place + 1] = at;
    }
  }

  @Override
  public @Nullable Envelope poll() {
    if (size == 0) {
      return null;
    }
    Envelope envelope = ring[head];
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    return envelope;
  }

  @Override
  public @Nullable Envelope peek() {
    return size == 0 ? null : ring[head];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long headOrder(long otherwise) {
    return stamps == null || size == 0 ? otherwise : stamps[2 * head];
  }

  @Override
  public long headAt(long otherwise) {
    return stamps == null || size == 0 ? otherwise : stamps[2 * head + 1];
  }

  private void grow() {
    Envelope[] wider = new Envelope[2 * size];
    long[] widerStamps = stamps == null ? null : new long[4 * size];
    for (int i = 0; i < size; i++) {
      int place = (head + i) & (size - 1);
      wider[i] = ring[place];
      if (stamps != null && widerStamps != null) {
        widerStamps[2 * i] = stamps[2 * place];
        widerStamps[2 * i + 1] = stamps[2 * place + 1];
      }
    }
    ring = wider;
    stamps = widerStamps;
    head = 0;
  }
}
