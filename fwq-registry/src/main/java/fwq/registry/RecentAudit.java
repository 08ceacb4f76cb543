package fwq.registry;

import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.audit.AuditReader;
import fwq.common.talk.registry.RegistryReply.AuditTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Notes what is noted, and remembers the last lines for operators. For many threads. */
public final class RecentAudit implements Audit {
  private final Audit next;
  private final Deque<String> lines = new ArrayDeque<>();

  /** Remembers nothing yet. */
  public RecentAudit(Audit next) {
    this.next = next;
  }

  /** Remembers the end of what the registry has noted in this folder. */
  void recall(Path folder) throws IOException {
    try (AuditReader reader = new AuditReader(folder, "registry")) {
      for (Optional<AuditEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        remember(entry.get());
      }
    }
  }

  @Override
  public void note(AuditEntry entry) {
    next.note(entry);
    remember(entry);
  }

  private synchronized void remember(AuditEntry entry) {
    lines.addLast(new String(AuditJson.write(entry), StandardCharsets.UTF_8));
    if (lines.size() > AuditTail.LINES_MAX) {
      lines.removeFirst();
    }
  }

  /** The last lines, oldest first. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
