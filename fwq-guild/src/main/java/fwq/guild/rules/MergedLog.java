package fwq.guild.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private static final EnumSet<Stream> OTHERS = EnumSet.complementOf(EnumSet.of(Stream.CARTS));

  private final Map<Stream, Deque<Entry<T>>> waiting = new EnumMap<>(Stream.class);
  private final Set<Stream> complete = EnumSet.noneOf(Stream.class);
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
    }
  }

  /** A partition's next record. */
  public void add(Entry<T> entry) {
    its(entry.stream()).add(entry);
    if (entry.stream() == Stream.CARTS) {
      complete.clear();
    } else {
      othersWaiting++;
    }
  }

  /**
   * A partition was read to an end that was looked up after the newest of the carts' records had
   * been added: what comes later there, is later.
   */
  public void complete(Stream stream) {
    complete.add(stream);
  }

  /**
   * Takes the next record out, if it is known which one that is.
   *
   * @param time the largest time of the carts' records that were taken out
   */
  public Optional<Entry<T>> next(long time) {
    Entry<T> next = its(Stream.CARTS).peek();
    if (next == null) {
      return Optional.empty();
    }
    if (othersWaiting == 0 && complete.containsAll(OTHERS)) {
      // Nearly always: nothing is to be compared.
      return Optional.of(its(Stream.CARTS).remove());
    }
    long before = Math.max(next.at(), time);
    Entry<T> first = null;
    for (Stream stream : Stream.values()) {
      Entry<T> entry = its(stream).peek();
      if (entry == null && !complete.contains(stream)) {
        return Optional.empty();
      }
      if (stream != Stream.CARTS
          && entry != null
          && entry.at() < before
          && (first == null || entry.at() < first.at())) {
        first = entry;
      }
    }
    if (first == null) {
      return Optional.of(its(Stream.CARTS).remove());
    }
    othersWaiting--;
    return Optional.of(its(first.stream()).remove());
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
