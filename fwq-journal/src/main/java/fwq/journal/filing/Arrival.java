package fwq.journal.filing;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.LogPlace;
import java.util.UUID;

/** A record of the topic {@code Journal} as a node has read it. */
public sealed interface Arrival {
  /** Where and when. */
  LogPlace place();

  /** A head wrote it, for this topic. */
  record Signed(LogPlace place, UUID key, JournalEntry entry) implements Arrival {}

  /**
   * Nobody knows who wrote it.
   *
   * @param why in half a sentence
   */
  record Unreadable(LogPlace place, String why) implements Arrival {}
}
