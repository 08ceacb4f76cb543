package fwq.guild.rules;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A park's partitions as one log, in the order in which the broker wrote them, however they were
 * fetched. The carts' partition leads, since it alone has a record each second: another's record
 * has its turn before the first of the carts' that is later. Where it is not known whether there is
 * one, everything waits.
 *
 * @param <T> what a record says
 */
public final class MergedLog<T> {
  /** All but the carts'. */
  public static final Set<Stream> OTHERS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Stream.CARTS)));

  private final Map<Stream, Deque<Entry<T>>> waiting = new EnumMap<>(Stream.class);
  private final Map<Stream, Long> complete = new EnumMap<>(Stream.class);
  private final Deque<Entry<T>> carts;
  private long allCompleteTo;
  private int othersWaiting;

  /** The partitions; where times are the same, this is the order after the carts'. */
  public enum Stream {
    /** {@code Carts}, {@code 2 · park}: carts and the guild's tick. */
    CARTS,
    /** {@code Members}, {@code 2 · park + 1}. */
    PREMIUM,
    /** {@code Members}, {@code 2 · park}. */
    ORDINARY,
    /** {@code Carts}, {@code 2 · park + 1}. */
    REPORTS
  }

  /**
   * A record.
   *
   * @param at when the broker wrote it, epoch milliseconds
   */
  public record Entry<T>(Stream stream, long offset, long at, T value) {
    public Entry {
      Objects.requireNonNull(stream, "stream");
      Objects.requireNonNull(value, "value");
    }
  }

  /** A log of which nothing was read. */
  public MergedLog() {
    for (Stream stream : Stream.values()) {
      waiting.put(stream, new ArrayDeque<>());
      complete.put(stream, 0L);
    }
    carts = its(Stream.CARTS);
  }

  /** A partition's next record. */
  public void add(Entry<T> entry) {
    its(entry.stream()).add(entry);
    if (entry.stream() != Stream.CARTS) {
      othersWaiting++;
    }
  }

  /**
   * A partition was read to an end that was looked up after all of the carts' records below this
   * offset had been written: what comes later there, is later than they.
   */
  public void complete(Stream stream, long cartsOffset) {
    complete.merge(stream, cartsOffset, Math::max);
    allCompleteTo = OTHERS.stream().mapToLong(complete::get).min().orElseThrow();
  }

  /** Whether the others were read as far as those of the carts' records need that wait. */
  public boolean isComplete() {
    return carts.isEmpty() || carts.getLast().offset() < allCompleteTo;
  }

  /**
   * The next record, if it is known which one that is. It is not taken out.
   *
   * @param time the largest time of the carts' records that were taken out
   * @return or null: there is one for each sale
   */
  public Entry<T> peek(long time) {
    Entry<T> next = carts.peek();
    if (next == null || (othersWaiting == 0 && next.offset() < allCompleteTo)) {
      // Nearly always: nothing is to be compared.
      return next;
    }
    long before = Math.max(next.at(), time);
    Entry<T> first = null;
    for (Stream stream : OTHERS) {
      Entry<T> entry = its(stream).peek();
      if (entry == null && next.offset() >= complete.get(stream)) {
        return null;
      }
      if (entry != null && entry.at() < before && (first == null || entry.at() < first.at())) {
        first = entry;
      }
    }
    return first == null ? next : first;
  }

  /** Takes out what was seen to be next. */
  public void remove(Entry<T> next) {
    if (its(next.stream()).remove().offset() != next.offset()) {
      throw new IllegalStateException("it was not the next: " + next);
    }
    if (next.stream() != Stream.CARTS) {
      othersWaiting--;
    }
  }

  /** How many records of a partition wait. */
  public int size(Stream stream) {
    return its(stream).size();
  }

  /** Where a partition is to be read on from, if what waits here were forgotten. */
  public OptionalLong nextOffset(Stream stream) {
    Entry<T> entry = its(stream).peek();
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.offset());
  }

  private Deque<Entry<T>> its(Stream stream) {
    return waiting.get(stream);
  }
}
