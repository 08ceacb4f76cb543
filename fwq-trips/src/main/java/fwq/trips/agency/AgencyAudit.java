package fwq.trips.agency;

import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.WrongFields;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;

/** Notes which trips were booked and given back, and by whom; never whose name they are in. */
record AgencyAudit(Audit audit, InstantSource clock) {
  void booked(InetAddress from, Optional<String> alias, AgencyReply reply) {
    switch (reply) {
      case AgencyReply.Booked _ -> note(from, alias, Action.BOOK, Optional.empty());
      case AgencyReply.Refused it -> note(from, alias, Action.BOOK, Optional.of(it.why().code()));
      case AgencyReply.GoesOn _,
          AgencyReply.Away _,
          AgencyReply.Cancelled _,
          AgencyReply.NoTrip _,
          AgencyReply.TripOf _,
          AgencyReply.Trips _,
          Found _,
          WrongFields _,
          NotDone _ -> {}
    }
  }

  void cancelled(InetAddress from, AgencyReply reply) {
    if (reply instanceof AgencyReply.Cancelled) {
      note(from, Optional.empty(), Action.CANCEL, Optional.empty());
    }
  }

  private void note(
      InetAddress from, Optional<String> alias, Action action, Optional<String> reason) {
    audit.note(
        new AuditEntry(
            clock.instant(),
            new AuditEntry.Agency(from.getHostAddress()),
            alias.orElse(AuditEntry.NOBODY),
            action,
            reason.isPresent() ? Outcome.REFUSED : Outcome.DONE,
            reason));
  }
}
