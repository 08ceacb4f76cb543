package fwq.operator.judge;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.operator.judge.Answer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Both topics of a park, written by hand: what guests said, and what engines made of it. */
final class WrittenPark {
  static final long START = 1_000_000;
  static final long ISSUED = 500;
  static final long EXPIRES = 9_000_000;

  private final int capacity;
  private final List<VisitorRecord> visitor = new ArrayList<>();
  private final List<EngineRecord> engine = new ArrayList<>();
  private long now = START;
  private long seq;

  WrittenPark(int capacity) {
    this.capacity = capacity;
  }

  static Session session(String alias) {
    return new Session(alias, ISSUED, EXPIRES);
  }

  /** Lets time pass without anybody's word. */
  WrittenPark after(long millis) {
    now += millis;
    return this;
  }

  WrittenPark enter(String alias) {
    return say(new Enter(session(alias), now));
  }

  WrittenPark enter(String alias, String shownAs) {
    return say(new Enter(new Session(alias, ISSUED, EXPIRES, shownAs), now));
  }

  /** The registry ends the guest's sessions up to this one. */
  WrittenPark ended(String alias, long issuedAt, boolean signed) {
    visitor.add(
        new VisitorRecord.Revocation(
            visitor.size(), now, Ended.upTo(alias, issuedAt, EXPIRES), signed));
    now += 10;
    return this;
  }

  WrittenPark move(String alias, int cell) {
    return say(new Move(alias, now, Position.ofCell(cell)));
  }

  WrittenPark here(String alias) {
    return say(new Here(alias, now));
  }

  WrittenPark leave(String alias) {
    return say(new Leave(alias, now));
  }

  /** Somebody says this, in the broker's time of now. */
  WrittenPark say(VisitorEvent event) {
    return say(event, _ -> true);
  }

  WrittenPark say(VisitorEvent event, Predicate<Session> signedBy) {
    visitor.add(new VisitorRecord.Event(visitor.size(), now, event, signedBy));
    now += 10;
    return this;
  }

  /** Whoever is at the console says this. */
  WrittenPark operator(OperatorWord word) {
    visitor.add(
        new VisitorRecord.Word(
            visitor.size(), now, new Operate(Optional.empty(), now, word), true));
    now += 10;
    return this;
  }

  WrittenPark tick() {
    visitor.add(new VisitorRecord.Tick(visitor.size(), now));
    now += 10;
    return this;
  }

  /** An engine shows these guests, as of all that was said so far. */
  WrittenPark frame(long epoch, Map<String, Integer> places) {
    return frame(epoch, seq++, visitor.size(), places);
  }

  WrittenPark frame(long epoch, long number, long until, Map<String, Integer> places) {
    List<ParkMap.Whereabouts> names = new ArrayList<>();
    Map<Integer, Integer> heads = new TreeMap<>();
    places.forEach(
        (alias, cell) -> {
          names.add(new ParkMap.Whereabouts(alias, Position.ofCell(cell)));
          heads.merge(cell, 1, Integer::sum);
        });
    List<ParkMap.Headcount> cells = new ArrayList<>();
    heads.forEach((cell, count) -> cells.add(new ParkMap.Headcount(Position.ofCell(cell), count)));
    return frame(
        epoch, number, until, new ParkMap(places.size(), capacity, List.of(), cells, names));
  }

  WrittenPark frame(long epoch, long number, long until, ParkMap map) {
    engine.add(new EngineRecord.Frame(engine.size(), now, 0, epoch, number, until, map));
    return this;
  }

  WrittenPark admitted(long epoch, String alias, int cell) {
    return answer(epoch, alias, Kind.ADMITTED, "", Optional.of(Position.ofCell(cell)));
  }

  WrittenPark rejected(long epoch, String alias, int cell) {
    return answer(epoch, alias, Kind.REJECTED, "TOO_FAR", Optional.of(Position.ofCell(cell)));
  }

  WrittenPark refused(long epoch, String alias, String reason) {
    return answer(epoch, alias, Kind.REFUSED, reason, Optional.empty());
  }

  WrittenPark gone(long epoch, String alias, String reason) {
    return answer(epoch, alias, Kind.GONE, reason, Optional.empty());
  }

  private WrittenPark answer(
      long epoch, String alias, Kind kind, String reason, Optional<Position> position) {
    Answer answer = new Answer(kind, ISSUED, reason);
    engine.add(new EngineRecord.Said(engine.size(), now, epoch, alias, answer, position));
    return this;
  }

  /** What the park must say, in order. */
  List<Expectation> expected() {
    Model model = new Model(capacity);
    return visitor.stream().flatMap(record -> model.replay(record).stream()).toList();
  }

  Verdict verdict() {
    return verdict(true);
  }

  Verdict verdict(boolean whole) {
    Survey survey = new Survey();
    engine.forEach(survey::add);
    History history = new History(survey.capacity().orElse(capacity), survey);
    visitor.forEach(history::add);
    history.end(visitor.size());
    Verdict verdict = new Verdict(0, history, whole);
    engine.forEach(verdict::add);
    verdict.end();
    return verdict;
  }
}
