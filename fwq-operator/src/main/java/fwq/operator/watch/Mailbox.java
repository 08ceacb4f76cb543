package fwq.operator.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Between the thread that listens and the one that owns the board. Bounded by the number of parks:
 * of several frames of a park only the newest is kept.
 */
final class Mailbox {
  private final Map<Integer, Sighting> newest = new TreeMap<>();
  private Map<Integer, Long> ends = Map.of();
  private Optional<String> trouble = Optional.empty();
  private int parks;

  synchronized void put(Mail mail) {
    mail.sightings().forEach(it -> newest.put(it.frame().park(), it));
    parks = mail.parks();
    ends = mail.ends();
    trouble = mail.trouble();
  }

  /** Takes out what has come since the last time, and how things stand. */
  synchronized Mail takeAll() {
    Mail mail = new Mail(parks, List.copyOf(newest.values()), ends, trouble);
    newest.clear();
    return mail;
  }
}
