package fwq.journal.filing;

import fwq.common.talk.journal.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A set of offsets of one topic, as spans that neither touch nor overlap. For one thread. */
public final class Offsets {
  private final SortedMap<Integer, TreeMap<Long, Long>> partitions = new TreeMap<>();

  /** None. */
  public Offsets() {}

  /** These. */
  public static Offsets of(Iterable<Span> spans) {
    Offsets offsets = new Offsets();
    spans.forEach(offsets::add);
    return offsets;
  }

  /** Adds all of a span. */
  public void add(Span span) {
    TreeMap<Long, Long> its = partitions.computeIfAbsent(span.partition(), _ -> new TreeMap<>());
    long from = span.from();
    long to = span.to();
    Map.Entry<Long, Long> before = its.floorEntry(to);
    while (before != null && before.getValue() >= from) {
      from = Math.min(from, before.getKey());
      to = Math.max(to, before.getValue());
      its.remove(before.getKey());
      before = its.floorEntry(to);
    }
    its.put(from, to);
  }

  /** Whether it has this offset. */
  public boolean contains(int partition, long offset) {
    TreeMap<Long, Long> its = partitions.get(partition);
    Map.Entry<Long, Long> before = its == null ? null : its.floorEntry(offset);
    return before != null && offset < before.getValue();
  }

  /** What it lacks of a partition from one offset up to another. */
  public List<Span> gaps(int partition, long from, long to) {
    List<Span> gaps = new ArrayList<>();
    long next = from;
    for (Span span : spans(partition)) {
      if (span.from() >= to) {
        break;
      }
      if (span.from() > next) {
        gaps.add(new Span(partition, next, span.from()));
      }
      next = Math.max(next, span.to());
    }
    if (next < to) {
      gaps.add(new Span(partition, next, to));
    }
    return gaps;
  }

  /** What it has of a partition. */
  public List<Span> spans(int partition) {
    return partitions.getOrDefault(partition, new TreeMap<>()).entrySet().stream()
        .map(span -> new Span(partition, span.getKey(), span.getValue()))
        .toList();
  }

  /** All that it has. */
  public List<Span> spans() {
    return partitions.keySet().stream().flatMap(partition -> spans(partition).stream()).toList();
  }

  /** How many offsets. */
  public long count() {
    return partitions.values().stream()
        .flatMap(its -> its.entrySet().stream())
        .mapToLong(span -> span.getValue() - span.getKey())
        .sum();
  }
}
