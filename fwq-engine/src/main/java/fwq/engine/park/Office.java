package fwq.engine.park;

import fwq.common.park.OpeningHours;
import fwq.common.park.ParkSign;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.OperatorWord.Capacity;
import fwq.common.talk.operate.OperatorWord.Clear;
import fwq.common.talk.operate.OperatorWord.DateHours;
import fwq.common.talk.operate.OperatorWord.Name;
import fwq.common.talk.operate.OperatorWord.Present;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.common.talk.operate.OperatorWord.WeekHours;
import fwq.common.talk.operate.OperatorWord.Zone;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.operate.SaidWord.Outcome;
import fwq.common.talk.visit.Operate;
import fwq.engine.changelog.OfficeEntry;
import fwq.engine.changelog.OfficeEntry.GateWord;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What operators have said: a part of the park's fold. Whether the park is open, how many it holds,
 * which rides do not run, and what is on the sign at its gate.
 */
public final class Office {
  /** A login that is over is told so about what it says now, and not about what it once said. */
  private static final long FRESH_MILLIS = 60_000;

  private final Gate gate = new Gate();
  private final StoppedRides rides = new StoppedRides();
  private final Desks desks = new Desks();
  private final Deque<SaidWord> words = new ArrayDeque<>();
  private OptionalInt capacity = OptionalInt.empty();
  private Optional<String> name = Optional.empty();
  private long version;
  private boolean changed;
  private SaidWord newest;

  /**
   * Takes a word.
   *
   * @param isOver whether the registry has ended the operator's login
   * @param now the park's time
   * @return what became of it; nothing for a replay, which nobody is told of
   */
  Optional<SaidWord> hear(Operate said, boolean isOver, long now) {
    if (desks.isReplay(said) || isListed(said)) {
      return Optional.empty();
    }
    SaidWord heard =
        new SaidWord(now, said.alias(), said.at(), said.word(), outcome(said, isOver, now));
    if (heard.isLoginOver() && Math.abs(now - said.at()) >= FRESH_MILLIS) {
      // Whoever repeats what an operator said long ago must not wash the others' words away.
      return Optional.empty();
    }
    changed = true;
    newest = heard;
    if (!(said.word() instanceof Present && heard.outcome() == Outcome.DONE)) {
      version++;
      words.addLast(heard);
      if (words.size() > SaidWord.WORDS_MAX) {
        words.removeFirst();
      }
    }
    return Optional.of(heard);
  }

  private boolean isListed(Operate said) {
    return words.stream()
        .anyMatch(word -> word.by().equals(said.alias()) && word.at() == said.at());
  }

  private Outcome outcome(Operate said, boolean isOver, long now) {
    if (isOver || said.session().map(Session::expiresAt).orElse(Long.MAX_VALUE) <= now) {
      return Outcome.EXPIRED;
    }
    return desks.hear(said, now).orElseGet(() -> obey(said.word(), now));
  }

  private Outcome obey(OperatorWord word, long now) {
    return switch (word) {
      case OperatorWord.Gate it -> {
        gate.say(new GateWord(it.open(), it.reason()), now);
        yield Outcome.DONE;
      }
      case Clear _ -> gate.isOpen() ? Outcome.NOT_CLOSED : Outcome.DONE;
      case Capacity it -> {
        capacity = it.guests();
        yield Outcome.DONE;
      }
      case WeekHours it -> {
        OpeningHours hours = gate.hours();
        for (DayOfWeek day : it.days()) {
          hours = hours.with(day, it.hours());
        }
        gate.keep(hours, gate.zone(), now);
        yield Outcome.DONE;
      }
      case DateHours it -> date(it, now);
      case Name it -> {
        name = it.name();
        yield Outcome.DONE;
      }
      case Zone it -> {
        gate.keep(gate.hours(), it.zone(), now);
        yield Outcome.DONE;
      }
      case Running it -> rides.say(it) ? Outcome.DONE : Outcome.TOO_MUCH;
      case Present _ -> Outcome.DONE;
    };
  }

  private Outcome date(DateHours it, long now) {
    OpeningHours fewer = gate.hours().without(it.date());
    if (it.hours().isPresent() && fewer.dates().size() >= OpeningHours.DATES_MAX) {
      return Outcome.TOO_MUCH;
    }
    gate.keep(
        it.hours().map(hours -> fewer.with(it.date(), hours)).orElse(fewer), gate.zone(), now);
    return Outcome.DONE;
  }

  /** Time has passed; {@code isLeap} where it went on by far, or went back. */
  void pass(long now, boolean isLeap) {
    if (gate.pass(now, isLeap)) {
      version++;
      changed = true;
    }
  }

  /** As somebody noted it at that time. */
  public void restore(OfficeEntry entry, long now) {
    capacity = entry.capacity();
    name = entry.name();
    gate.restore(entry.gate(), entry.hours(), entry.zone(), now);
    rides.restore(entry.stops());
    desks.restore(entry.desks());
    words.addAll(entry.words());
  }

  /** What is to be noted, if anything has changed since this was last asked. */
  public Optional<OfficeEntry> takeChange() {
    if (!changed) {
      return Optional.empty();
    }
    changed = false;
    return Optional.of(
        new OfficeEntry(
            capacity,
            gate.word(),
            name,
            gate.zone(),
            gate.hours(),
            rides.entries(),
            desks.entries(),
            words()));
  }

  /** What changed could not be noted. */
  public void giveBack() {
    changed = true;
  }

  /** Rises whenever the picture or the words change. */
  public long version() {
    return version;
  }

  /** What was said last, oldest first. */
  public List<SaidWord> words() {
    return List.copyOf(words);
  }

  /** The last one that was heard since the park was taken up, listed or not. */
  public SaidWord newest() {
    return newest;
  }

  boolean isOpen() {
    return gate.isOpen();
  }

  /** When the park's hours open or close it next, epoch milliseconds. */
  public long nextChange() {
    return gate.nextChange();
  }

  /** How many guests the park holds that was made for so many. */
  int capacity(int given) {
    return capacity.orElse(given);
  }

  ParkSign sign() {
    return new ParkSign(
        gate.isOpen(), gate.word().flatMap(GateWord::reason), name, gate.zone(), gate.hours());
  }

  List<RideStatus> applyTo(List<RideStatus> known) {
    return rides.applyTo(known, gate.isOpen());
  }
}
