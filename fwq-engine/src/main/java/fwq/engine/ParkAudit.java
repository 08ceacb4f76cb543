package fwq.engine;

import fwq.common.audit.Audit;
import fwq.common.message.AuditEntry;
import fwq.common.message.AuditEntry.Action;
import fwq.common.message.AuditEntry.Outcome;
import fwq.common.message.EngineMessage.Admitted;
import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.EngineMessage.Departure;
import fwq.common.message.EngineMessage.Gone;
import fwq.common.message.EngineMessage.Refused;
import fwq.common.message.EngineMessage.Rejected;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Notes who was let into a park, who was not, and who left, when its owner says so. An owner that
 * takes over may say, and note, again what the one before said, in its own epoch.
 */
record ParkAudit(Audit audit, InstantSource clock, int park, long epoch) {
  /** Something was said to a guest. */
  void said(String alias, Answer answer) {
    switch (answer) {
      case Admitted _ -> note(alias, Action.ENTER, Outcome.DONE, Optional.empty());
      case Refused it ->
          note(alias, Action.ENTER, Outcome.REFUSED, Optional.of(it.reason().name()));
      case Gone it -> {
        // Whoever was not inside has not left; and anyone can say it in any name.
        if (it.reason() != Departure.NOT_INSIDE) {
          note(alias, Action.LEAVE, Outcome.DONE, Optional.of(it.reason().name()));
        }
      }
      case Rejected _ -> {}
    }
  }

  private void note(String alias, Action action, Outcome outcome, Optional<String> reason) {
    audit.note(
        new AuditEntry(
            clock.instant(), new AuditEntry.Engine(park, epoch), alias, action, outcome, reason));
  }
}
