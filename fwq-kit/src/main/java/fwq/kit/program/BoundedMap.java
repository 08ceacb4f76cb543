package fwq.kit.program;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its eldest entry when it would grow too large. For one thread at a time. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int entriesMax;

  private BoundedMap(int entriesMax, boolean byUse) {
    super(16, 0.75f, byUse);
    this.entriesMax = entriesMax;
  }

  /** The eldest is the one that was put first. */
  public static <K, V> Map<K, V> byAge(int entriesMax) {
    return new BoundedMap<>(entriesMax, false);
  }

  /** The eldest is the one that was not asked for or put for longest. */
  public static <K, V> Map<K, V> byUse(int entriesMax) {
    return new BoundedMap<>(entriesMax, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > entriesMax;
  }
}
