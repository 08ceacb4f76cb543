package fwq.registry;

import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.audit.AuditLog;
import fwq.common.talk.audit.AuditReader;
import fwq.common.talk.registry.RegistryReply.AuditTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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
    List<AuditEntry> all = new ArrayList<>();
    for (String name : AuditLog.names("registry")) {
      all.addAll(last(folder, name));
    }
    all.stream().sorted(Comparator.comparing(AuditEntry::at)).forEach(this::remember);
  }

  private static Deque<AuditEntry> last(Path folder, String name) throws IOException {
    Deque<AuditEntry> last = new ArrayDeque<>();
    try (AuditReader reader = new AuditReader(folder, name)) {
      for (Optional<AuditEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        last.addLast(entry.get());
        if (last.size() > AuditTail.LINES_MAX) {
          last.removeFirst();
        }
      }
    }
    return last;
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

  /** Those of the last lines that are about a guest. */
  synchronized List<String> linesOf(String alias) {
    String field = "\"alias\":\"" + alias + "\"";
    return lines.stream().filter(line -> line.contains(field)).toList();
  }

  /** The last lines, oldest first. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
