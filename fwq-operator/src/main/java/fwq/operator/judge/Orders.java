package fwq.operator.judge;

import fwq.common.park.OpeningHours;
import fwq.common.park.ParkZone;
import fwq.common.signing.Session;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.OperatorWord.Capacity;
import fwq.common.talk.operate.OperatorWord.Clear;
import fwq.common.talk.operate.OperatorWord.DateHours;
import fwq.common.talk.operate.OperatorWord.Gate;
import fwq.common.talk.operate.OperatorWord.Name;
import fwq.common.talk.operate.OperatorWord.Present;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.common.talk.operate.OperatorWord.WeekHours;
import fwq.common.talk.operate.OperatorWord.Zone;
import fwq.common.talk.visit.Operate;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What operators have ordered, as far as it concerns guests' coming and going. */
final class Orders {
  /** An operator's login of which nothing is heard for so long is over. */
  static final long IDLE_MILLIS = 1_800_000;

  private final int capacity;
  private final Map<String, Heard> logins = new HashMap<>();
  private OpeningHours hours = OpeningHours.ALWAYS;
  private ZoneId zone = ParkZone.UTC;
  private Optional<Boolean> said = Optional.empty();
  private int holds;
  private long time;
  private long turns = Long.MAX_VALUE;

  /** The last that counted of a login: by the operator's time, and by the park's. */
  private record Heard(long at, long time) {}

  Orders(int capacity) {
    this.capacity = capacity;
    this.holds = capacity;
  }

  /** Time goes on, or is set anew. */
  void pass(long now) {
    boolean isBack = now < time;
    time = now;
    // Whatever opens or closes the park by its hours ends what was said before.
    if (now >= turns) {
      said = Optional.empty();
      hours = hours.after(now, zone);
    }
    if (now >= turns || isBack) {
      turns = hours.nextChange(now, zone).orElse(Long.MAX_VALUE);
    }
  }

  /**
   * Takes an operator's word, which was signed.
   *
   * @param isOver whether the registry has ended the login
   * @return whether everybody is to go home
   */
  boolean take(Operate word, boolean isOver) {
    boolean isClear = counts(word, isOver) && obey(word.word());
    turns = hours.nextChange(time, zone).orElse(Long.MAX_VALUE);
    return isClear;
  }

  private boolean counts(Operate word, boolean isOver) {
    long issuedAt = word.session().map(Session::issuedAt).orElse(0L);
    String login = word.alias() + ' ' + issuedAt;
    Heard before = logins.get(login);
    boolean isNew = before == null || word.at() > before.at();
    boolean isAlive =
        word.session().isEmpty()
            || (word.session().get().expiresAt() > time
                && time - (before == null ? issuedAt : before.time()) < IDLE_MILLIS);
    if (!isNew || !isAlive || isOver) {
      return false;
    }
    logins.put(login, new Heard(word.at(), time));
    return true;
  }

  private boolean obey(OperatorWord word) {
    switch (word) {
      case Gate it -> said = Optional.of(it.open());
      case Capacity it -> holds = it.guests().orElse(capacity);
      case WeekHours it -> {
        for (DayOfWeek day : it.days()) {
          hours = hours.with(day, it.hours());
        }
      }
      case DateHours it -> {
        OpeningHours usual = hours.after(time, zone).without(it.date());
        if (it.hours().isEmpty()) {
          hours = usual;
        } else if (usual.dates().size() < OpeningHours.DATES_MAX) {
          hours = usual.with(it.date(), it.hours().get());
        }
      }
      case Zone it -> zone = it.zone();
      case Clear _ -> {
        return !isOpen();
      }
      case Name _, Running _, Present _ -> {}
    }
    return false;
  }

  boolean isOpen() {
    return said.orElseGet(() -> hours.isOpen(time, zone));
  }

  /** Guests that the park holds now. */
  int holds() {
    return holds;
  }
}
