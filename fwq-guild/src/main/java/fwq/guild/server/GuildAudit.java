package fwq.guild.server;

import fwq.common.park.Plate;
import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.kit.json.ErrorReply;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;

/** Notes who applied, resigned and was expelled, from where, and what came of it. */
record GuildAudit(Audit audit, InstantSource clock) {
  void note(GuildRequest request, GuildReply reply, InetAddress from) {
    switch (request) {
      case GuildRequest.Join it -> note(it.plate(), Action.APPLY, reply, from);
      case GuildRequest.Resign it -> note(it.plate(), Action.RESIGN, reply, from);
      case GuildRequest.Expel it -> note(it.plate(), Action.EXPEL, reply, from);
      case GuildRequest.AskMembership _,
          GuildRequest.ListMembers _,
          GuildRequest.ListCarts _,
          GuildRequest.AskDay _,
          GuildRequest.ListRestocks _,
          GuildRequest.ListEvents _,
          GuildRequest.AskMine _,
          GuildRequest.SendReport _ -> {}
    }
  }

  private void note(Plate plate, Action action, GuildReply reply, InetAddress from) {
    Optional<String> reason =
        reply instanceof GuildReply.Refused(ErrorReply error)
            ? Optional.of(error.code())
            : Optional.empty();
    audit.note(
        new AuditEntry(
            clock.instant(),
            new AuditEntry.Guild(from.getHostAddress()),
            plate.text(),
            action,
            reason.isPresent() ? Outcome.REFUSED : Outcome.DONE,
            reason));
  }
}
