package fwq.engine.park;

import fwq.common.signing.Session;
import fwq.common.talk.operate.SaidWord.Outcome;
import fwq.common.talk.visit.Operate;
import fwq.engine.changelog.OfficeEntry.Desk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The logins from which operators speak: none says a word twice, and one that nothing was heard of
 * for half an hour is over.
 */
final class Desks {
  /** An operator's login is over when nothing was heard of it for so long. */
  static final long IDLE_LIMIT_MILLIS = 1_800_000;

  /** Logins within half an hour; some 20 KB in the changelog. */
  static final int DESKS_MAX = 200;

  private final LinkedHashMap<Login, Desk> desks = new LinkedHashMap<>();

  private record Login(String by, long issuedAt) {
    static Login of(Operate said) {
      return new Login(said.alias(), said.session().map(Session::issuedAt).orElse(0L));
    }
  }

  /** Whether this was said before, or overtaken by what was said later. */
  boolean isReplay(Operate said) {
    Desk desk = desks.get(Login.of(said));
    return desk != null && said.at() <= desk.at();
  }

  /**
   * Hears of an operator.
   *
   * @param now the park's time
   * @return why it does not count, if it does not
   */
  Optional<Outcome> hear(Operate said, long now) {
    Login login = Login.of(said);
    Desk desk = desks.get(login);
    // The console has no login that could be over.
    boolean isIdle =
        said.session().isPresent()
            && now - (desk == null ? login.issuedAt() : desk.heardAt()) >= IDLE_LIMIT_MILLIS;
    if (isIdle) {
      return Optional.of(Outcome.IDLE);
    }
    forgetIdle(now);
    if (desk == null && desks.size() >= DESKS_MAX) {
      return Optional.of(Outcome.TOO_MUCH);
    }
    desks.putLast(login, new Desk(login.by(), login.issuedAt(), said.at(), now));
    return Optional.empty();
  }

  private void forgetIdle(long now) {
    // What such a login said cannot be said again: it is too old even for its first word.
    desks.values().removeIf(it -> it.issuedAt() > 0 && now - it.heardAt() >= IDLE_LIMIT_MILLIS);
  }

  /** All of them, those heard last at the end. */
  List<Desk> entries() {
    return new ArrayList<>(desks.values());
  }

  void restore(Collection<Desk> entries) {
    entries.forEach(it -> desks.put(new Login(it.by(), it.issuedAt()), it));
  }
}
