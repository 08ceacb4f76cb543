package fwq.common.talk.audit;

import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Entries to note. */
final class Entries {
  static final Instant START = Instant.parse("2026-11-21T04:00:00Z");

  private Entries() {}

  /** A login so many seconds after the start; all are equally long. */
  static AuditEntry login(int second) {
    return new AuditEntry(
        START.plusSeconds(second),
        new AuditEntry.Registry("192.0.2.7"),
        String.format(Locale.ROOT, "guest%03d", second),
        Action.LOGIN,
        Outcome.DONE,
        Optional.empty());
  }

  /** Somebody who is not let in so many seconds after the start. */
  static AuditEntry refusal(int second) {
    return new AuditEntry(
        START.plusSeconds(second),
        new AuditEntry.Engine(0, 77),
        String.format(Locale.ROOT, "guest%03d", second),
        Action.ENTER,
        Outcome.REFUSED,
        Optional.of("FULL"));
  }

  /** As they are in a file. */
  static byte[] lines(AuditEntry... entries) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (AuditEntry entry : entries) {
      lines.writeBytes(AuditJson.write(entry));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
