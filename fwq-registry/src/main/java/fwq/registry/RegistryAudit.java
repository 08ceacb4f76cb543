package fwq.registry;

import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.RegistryRequest.AskEngines;
import fwq.common.talk.registry.RegistryRequest.Delete;
import fwq.common.talk.registry.RegistryRequest.EndSession;
import fwq.common.talk.registry.RegistryRequest.Export;
import fwq.common.talk.registry.RegistryRequest.ListSessions;
import fwq.common.talk.registry.RegistryRequest.Login;
import fwq.common.talk.registry.RegistryRequest.Logout;
import fwq.common.talk.registry.RegistryRequest.Profile;
import fwq.common.talk.registry.RegistryRequest.ReadAudit;
import fwq.common.talk.registry.RegistryRequest.Register;
import fwq.common.talk.registry.RegistryRequest.Update;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
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
      case EndSession it -> noteOwner(it.ticket(), Action.LOGOUT, reply, from);
      case Delete it -> noteOwner(it.ticket(), Action.DELETE, reply, from);
      case Export it -> noteOwner(it.ticket(), Action.EXPORT, reply, from);
      case Profile _, ListSessions _, ReadAudit _, AskEngines _ -> {}
    }
  }

  private void noteOwner(Secret ticket, Action action, RegistryReply reply, InetAddress from) {
    tickets.check(ticket).ifPresent(session -> note(session.alias(), action, reply, from));
  }

  private void note(String alias, Action action, RegistryReply reply, InetAddress from) {
    Optional<String> reason =
        reply instanceof RegistryReply.Refused(ErrorReply error)
            ? Optional.of(error.code())
            : Optional.empty();
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
