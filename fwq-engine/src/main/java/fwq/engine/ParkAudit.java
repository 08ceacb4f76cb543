package fwq.engine;

import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Notes who was let into a park, who was not, and who left, when its owner says so. An owner that
 * takes over may say, and note, again what the one before said, in its own epoch.
 */
public record ParkAudit(Audit audit, InstantSource clock, int park, long epoch) {
  /** Something was said to a guest. */
  void said(String alias, Answer answer) {
    switch (answer) {
      case Admitted _ -> note(alias, Action.ENTER, Outcome.DONE, Optional.empty());
      case Refused it ->
          note(alias, Action.ENTER, Outcome.REFUSED, Optional.of(it.reason().name()));
      case Gone it -> {
        // Whoever was not inside has not left.
        if (it.reason() != Departure.NOT_INSIDE) {
          note(alias, Action.LEAVE, Outcome.DONE, Optional.of(it.reason().name()));
        }
      }
      case Rejected _ -> {}
    }
  }

  /** An operator said something. */
  void said(SaidWord word) {
    boolean isDone = word.outcome() == SaidWord.Outcome.DONE;
    note(
        word.by(),
        Action.OPERATE,
        isDone ? Outcome.DONE : Outcome.REFUSED,
        Optional.of(word.word().summary() + (isDone ? "" : "/" + word.outcome())));
  }

  private void note(String alias, Action action, Outcome outcome, Optional<String> reason) {
    audit.note(
        new AuditEntry(
            clock.instant(), new AuditEntry.Engine(park, epoch), alias, action, outcome, reason));
  }
}
