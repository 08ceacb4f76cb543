package fwq.journal.desk;

import fwq.common.talk.journal.JournalReply;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The newest receipts, by key. The first that is heard of a key stands: so every head that reads
 * {@code Stored} tells of the same node.
 */
final class KnownReceipts {
  private final Map<UUID, JournalReply.Stored> byKey;

  /** Remembered there, as many as it has room for. */
  KnownReceipts(Map<UUID, JournalReply.Stored> byKey) {
    this.byKey = byKey;
  }

  Optional<JournalReply.Stored> of(UUID key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** What stands for this key from now on. */
  JournalReply.Stored hear(UUID key, JournalReply.Stored receipt) {
    JournalReply.Stored before = byKey.putIfAbsent(key, receipt);
    return before == null ? receipt : before;
  }
}
