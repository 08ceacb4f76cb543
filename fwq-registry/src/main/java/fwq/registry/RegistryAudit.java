package fwq.registry;

import fwq.common.audit.Audit;
import fwq.common.message.AuditEntry;
import fwq.common.message.AuditEntry.Action;
import fwq.common.message.AuditEntry.Outcome;
import fwq.common.message.ErrorReply;
import fwq.common.message.RegistryReply;
import fwq.common.message.RegistryRequest;
import fwq.common.message.RegistryRequest.Login;
import fwq.common.message.RegistryRequest.Logout;
import fwq.common.message.RegistryRequest.Profile;
import fwq.common.message.RegistryRequest.Register;
import fwq.common.message.RegistryRequest.Update;
import fwq.common.message.Secret;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Notes what guests asked for and what came of it. Reading a profile changes nothing and is not
 * noted; neither is a ticket that is not good, which tells no name and could be sent without end.
 */
record RegistryAudit(Audit audit, Tickets tickets, InstantSource clock) {
  void note(RegistryRequest request, RegistryReply reply, InetAddress from) {
    switch (request) {
      case Register it -> note(it.alias(), Action.REGISTER, reply, from);
      case Login it -> note(it.alias(), Action.LOGIN, reply, from);
      case Update it -> noteOwner(it.ticket(), Action.UPDATE, reply, from);
      case Logout it -> noteOwner(it.ticket(), Action.LOGOUT, reply, from);
      case Profile _ -> {}
    }
  }

  private void noteOwner(Secret ticket, Action action, RegistryReply reply, InetAddress from) {
    tickets.check(ticket).ifPresent(session -> note(session.alias(), action, reply, from));
  }

  private void note(String alias, Action action, RegistryReply reply, InetAddress from) {
    Optional<String> reason =
        reply instanceof ErrorReply error ? Optional.of(error.code().name()) : Optional.empty();
    audit.note(
        new AuditEntry(
            clock.instant(),
            new AuditEntry.Registry(from.getHostAddress()),
            alias,
            action,
            reason.isPresent() ? Outcome.REFUSED : Outcome.DONE,
            reason));
  }
}
