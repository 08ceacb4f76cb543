package fwq.journal.filing;

import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a node does with what it has read, in one transaction and then in receipts: every offset is
 * kept once, every key is read once, under its first id as far as that is known.
 *
 * @param rows to keep, in this order
 * @param repeats to note
 * @param receipts to give once all of this is on the disk
 * @param spans what has been read, with the offsets that Kafka lacks
 */
public record Filing(
    List<Row> rows, List<Repeat> repeats, List<Receipt> receipts, List<Span> spans) {
  /** Takes copies. */
  public Filing {
    rows = List.copyOf(rows);
    repeats = List.copyOf(repeats);
    receipts = List.copyOf(receipts);
    spans = List.copyOf(spans);
  }

  /** The keys of arrivals. */
  public static Set<UUID> keys(List<Arrival> arrivals) {
    Set<UUID> keys = new HashSet<>();
    for (Arrival arrival : arrivals) {
      if (arrival instanceof Arrival.Signed it) {
        keys.add(it.key());
      }
    }
    return keys;
  }

  /**
   * Decides.
   *
   * @param arrivals of one topic, those of a partition by rising offset
   * @param spans all that was read to get them
   * @param held what the node has of this topic
   * @param firsts where keys of these arrivals are first, as far as the node knows
   */
  public static Filing of(
      List<Arrival> arrivals, List<Span> spans, Offsets held, Map<UUID, LogPlace> firsts) {
    List<Row> rows = new ArrayList<>();
    List<Repeat> repeats = new ArrayList<>();
    List<Receipt> receipts = new ArrayList<>();
    Map<UUID, LogPlace> here = new HashMap<>();
    for (Arrival arrival : arrivals) {
      LogPlace place = arrival.place();
      boolean isHeld = held.contains(place.id().partition(), place.id().offset());
      switch (arrival) {
        case Arrival.Unreadable _ -> {
          if (!isHeld) {
            rows.add(Row.of(arrival));
          }
        }
        case Arrival.Signed it -> {
          Optional<LogPlace> known =
              Optional.ofNullable(here.getOrDefault(it.key(), firsts.get(it.key())));
          boolean isFirst = known.isEmpty() || place.isFirst(known.get());
          if (!isHeld && isFirst) {
            rows.add(Row.of(it));
            known.ifPresent(later -> repeats.add(new Repeat(later.id(), it.key())));
          } else if (!isHeld) {
            repeats.add(new Repeat(place.id(), it.key()));
          } else if (known.isEmpty()) {
            // It was here, and has gone because of its age or for want of room.
            continue;
          }
          LogPlace first = !isHeld && isFirst ? place : known.get();
          here.put(it.key(), first);
          receipts.add(new Receipt(it.key(), first.id()));
        }
      }
    }
    return new Filing(rows, repeats, receipts, spans);
  }
}
