package fwq.journal.filing;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RowDigest;
import java.util.Optional;
import java.util.UUID;

/**
 * What a node keeps of an arrival.
 *
 * @param key nothing for an unreadable record
 * @param kind the entry's, or {@link #UNREADABLE}
 * @param body the entry's, or why it is unreadable
 */
public record Row(LogPlace place, Optional<UUID> key, String kind, String body) {
  /** The kind of a row without a key. */
  public static final String UNREADABLE = "unreadable";

  /** What is kept of this. */
  public static Row of(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Signed it ->
          new Row(it.place(), Optional.of(it.key()), it.entry().kind(), it.entry().body());
      case Arrival.Unreadable it -> new Row(it.place(), Optional.empty(), UNREADABLE, it.why());
    };
  }

  /** What was given, of a row with a key. */
  public JournalEntry entry() {
    return new JournalEntry(kind, body);
  }

  /** What copies of it are compared by. */
  public RowDigest digest() {
    long offset = place.id().offset();
    return key.map(it -> RowDigest.of(offset, it, place.at(), entry()))
        .orElse(new RowDigest.Unreadable(offset));
  }
}
