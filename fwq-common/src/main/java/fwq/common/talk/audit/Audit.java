package fwq.common.talk.audit;

/** Where a program notes what guests did. */
@FunctionalInterface
public interface Audit {
  /** Notes it. Never blocks and never fails, whatever becomes of the note. */
  void note(AuditEntry entry);
}
