package dev.interleave.drivers.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry that was put first when it grows beyond its places. */
final class Recent<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int places;

  Recent(int places) {
    this.places = places;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > places;
  }
}
