package fwq.registry;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.registry.AccountData;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.OpenSession;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.common.talk.registry.RegistryRequest.Delete;
import fwq.common.talk.registry.RegistryRequest.EndSession;
import fwq.common.talk.registry.RegistryRequest.Export;
import fwq.common.talk.registry.RegistryRequest.ListSessions;
import fwq.common.talk.registry.RegistryRequest.Logout;
import fwq.common.talk.registry.RegistryRequest.Profile;
import fwq.common.talk.registry.RegistryRequest.ReadAudit;
import fwq.common.talk.registry.RegistryRequest.Update;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.text.Normal;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Answers those who have a ticket, about their own account. Called by many threads at once. */
record OwnersDesk(
    Accounts accounts,
    Passwords passwords,
    PasswordCheck check,
    Tickets tickets,
    RecentAudit recent) {

  RegistryReply profile(Profile it) throws DatabaseException {
    Optional<Session> session = tickets.check(it.ticket());
    Optional<ProfileOf> profile =
        session.isPresent() ? accounts.profile(session.get()) : Optional.empty();
    return profile.isPresent() ? profile.get() : Refusals.expired();
  }

  RegistryReply update(Update it, InetAddress from)
      throws BusyException, DatabaseException, InterruptedException {
    Optional<Session> session = tickets.check(it.ticket());
    Optional<ProfileOf> now =
        session.isPresent() ? accounts.profile(session.get()) : Optional.empty();
    if (now.isEmpty()) {
      return Refusals.expired();
    }
    Changes changes = it.changes();
    Optional<ErrorReply> wrong = ProfileRules.check(changes, now.get());
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    if (changes.shownAs().isPresent()
        && accounts.isSomebodyElses(changes.shownAs().get(), now.get().alias())) {
      return Refusals.nameOfAnother();
    }
    if (changes.needPassword()) {
      Optional<Refused> refused = refuse(session.get(), it.current(), from);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    Optional<String> hash =
        changes.password().isPresent()
            ? Optional.of(passwords.hash(changes.password().get()))
            : Optional.empty();
    return accounts.change(session.get(), changes.name().map(Normal::composed), changes, hash)
        ? new Done()
        : Refusals.expired();
  }

  /** What is to be said unless this is the present password. */
  private Optional<Refused> refuse(Session session, Optional<Secret> current, InetAddress from)
      throws BusyException, DatabaseException, InterruptedException {
    if (current.isEmpty()) {
      return Optional.of(Refusals.currentMissing());
    }
    Optional<String> hash = accounts.find(session.alias()).map(Account::passwordHash);
    Optional<Refused> refused =
        check.refuse(session.alias(), from, current.get(), hash, Refusals.currentWrong());
    if (refused.isEmpty()) {
      check.succeeded(session.alias(), from);
    }
    return refused;
  }

  RegistryReply logout(Logout it) throws DatabaseException {
    Optional<Session> session = tickets.check(it.ticket());
    return session.isPresent() && accounts.sessions().end(session.get())
        ? new Done()
        : Refusals.expired();
  }

  RegistryReply list(ListSessions it) throws DatabaseException {
    Optional<Session> session = tickets.check(it.ticket());
    Optional<List<OpenSession>> open =
        session.isPresent()
            ? accounts.sessions().list(session.get(), tickets.oldestIssuedAt())
            : Optional.empty();
    return open.isPresent() ? new RegistryReply.Sessions(open.get()) : Refusals.expired();
  }

  RegistryReply end(EndSession it) throws DatabaseException {
    Optional<Session> session = tickets.check(it.ticket());
    return session.isPresent() && accounts.sessions().endOther(session.get(), it.issuedAt())
        ? new Done()
        : Refusals.expired();
  }

  RegistryReply export(Export it) throws DatabaseException {
    Optional<Session> session = tickets.check(it.ticket());
    if (session.isEmpty()) {
      return Refusals.expired();
    }
    Optional<ProfileOf> profile = accounts.profile(session.get());
    Optional<List<OpenSession>> open =
        accounts.sessions().list(session.get(), tickets.oldestIssuedAt());
    if (profile.isEmpty() || open.isEmpty()) {
      return Refusals.expired();
    }
    String alias = profile.get().alias();
    return new RegistryReply.Exported(
        new AccountData(
            profile.get(),
            accounts.registeredAt(alias),
            open.get(),
            accounts.networks(alias),
            recent.linesOf(alias)));
  }

  RegistryReply delete(Delete it, InetAddress from)
      throws BusyException, DatabaseException, InterruptedException {
    Optional<Session> session = tickets.check(it.ticket());
    if (session.isEmpty() || accounts.profile(session.get()).isEmpty()) {
      return Refusals.expired();
    }
    if (session.get().role() == Role.OPERATOR) {
      return Refusals.operatorsStay();
    }
    Optional<Refused> refused = refuse(session.get(), Optional.of(it.current()), from);
    if (refused.isPresent()) {
      return refused.get();
    }
    return accounts.delete(session.get()) ? new Done() : Refusals.expired();
  }

  RegistryReply readAudit(ReadAudit it) throws DatabaseException {
    Optional<Session> session = tickets.check(it.ticket());
    if (session.isEmpty() || accounts.profile(session.get()).isEmpty()) {
      return Refusals.expired();
    }
    return session.get().role() == Role.OPERATOR
        ? new RegistryReply.AuditTail(recent.lines())
        : Refused.of(RegistryError.FORBIDDEN, "only an operator reads the audit");
  }
}
