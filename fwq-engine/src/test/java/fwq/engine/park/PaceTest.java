package fwq.engine.park;

import static fwq.engine.park.Said.enter;
import static fwq.engine.park.Said.here;
import static fwq.engine.park.Said.leave;
import static fwq.engine.park.Said.move;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.ParkEvent;
import fwq.engine.changelog.GuestEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Nobody says more than twenty things a second that count. */
final class PaceTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final Session ANA = Said.session("ana", NOW);
  private static final Session BEN = Said.session("ben", NOW);

  private Park park = new Park(1);
  private long at = NOW;

  @Test
  void twentyStepsAtOnceCountAndThenOneEachFiftyMilliseconds() {
    park.apply(enter(ANA, ++at), NOW);
    assertEquals(19, steps(100, NOW), "the entry was the first of twenty");
    assertEquals(0, steps(100, NOW + 49));
    assertEquals(1, steps(100, NOW + 50));
    assertEquals(20, steps(100, NOW + 2_000));
  }

  @Test
  void whoIsTooFastIsThereAllTheSameAndCanLeave() {
    park.apply(enter(ANA, ++at), NOW);
    for (long now = NOW; now < NOW + 12_000; now += 10) {
      assertEquals(List.of(), park.apply(here("ana", ++at), now));
    }
    assertEquals(
        List.of(new Note("ana", new Gone(NOW, Departure.LEFT))),
        park.apply(leave("ana", ++at), NOW + 12_000));
  }

  @Test
  void whoAsksAgainAndAgainIsAnsweredTwentyTimesASecond() {
    park.apply(enter(BEN, ++at), NOW);
    int refusals = 0;
    int admissions = 0;
    for (long now = NOW; now < NOW + 1_000; now++) {
      refusals += answers(park.apply(enter(ANA, ++at), now), Refused.class);
      admissions += park.apply(enter(BEN, ++at), now).size();
    }
    assertEquals(39, refusals, "20 at once, and those of this second");
    assertEquals(38, admissions);
  }

  @Test
  void comingAndGoingTakesOfThePaceToo() {
    int answers = 0;
    for (int turn = 0; turn < 1_000; turn++) {
      answers += park.apply(enter(ANA, ++at), NOW).size();
      answers += park.apply(leave("ana", ++at), NOW).size();
    }
    assertEquals(20, answers);
  }

  @Test
  void entryThatCameTooFastCannotBeSaidAgainByOthers() {
    for (int turn = 0; turn < 10; turn++) {
      park.apply(enter(ANA, ++at), NOW);
      park.apply(leave("ana", ++at), NOW);
    }
    ParkEvent tooFast = enter(ANA, ++at);
    assertEquals(List.of(), park.apply(tooFast, NOW));
    assertEquals(List.of(), park.apply(tooFast, NOW + 10_000));
    assertEquals(0, park.population());
  }

  @Test
  void newLoginHasAWholePace() {
    park.apply(enter(ANA, ++at), NOW);
    steps(100, NOW);
    assertEquals(1, park.apply(enter(Said.session("ana", NOW + 1), 1), NOW).size());
  }

  @Test
  void clockThatIsSetBackHoldsNobodyUp() {
    park.apply(enter(ANA, ++at), NOW);
    steps(100, NOW);
    assertEquals(20, steps(100, NOW - 3_600_000));
  }

  @Test
  void sessionsThatAreOverAreToldSoTwentyTimesASecondHoweverManyRepeatThem() {
    assertEquals(20, repeatOldSessions(NOW));
  }

  @Test
  void nextOwnerOfAParkTellsThemNoMoreOften() {
    int _ = repeatOldSessions(NOW);
    Park successor = new Park(1);
    successor.restore(List.of(), park.time());
    successor.restoreFormerPace(park.formerPace());
    park = successor;
    assertEquals(0, repeatOldSessions(NOW + 49));
    assertEquals(1, repeatOldSessions(NOW + 50));
  }

  private int repeatOldSessions(long now) {
    int told = 0;
    for (int guest = 0; guest < 1_000; guest++) {
      Session old = new Session("guest" + guest, 1, 2);
      told += park.apply(enter(old, 1), now).size();
    }
    return told;
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void nextOwnerLetsTheSameCount() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    for (int round = 0; round < 100; round++) {
      park = new Park(2);
      Map<String, GuestEntry> noted = new HashMap<>();
      Park successor = null;
      long now = NOW;
      for (int turn = 0; turn < 300; turn++) {
        now += chance.nextInt(20);
        Session who = chance.nextBoolean() ? ANA : BEN;
        ParkEvent event = event(who, chance.nextInt(8));
        List<Note> said = park.apply(event, now);
        String where = "-Dfwq.seed=" + seed + " round " + round + " turn " + turn;
        if (successor != null) {
          assertEquals(said, successor.apply(event, now), where);
        }
        if (chance.nextInt(20) == 0) {
          note(noted);
          successor = new Park(2);
          successor.restore(noted.values(), park.time());
        }
      }
      assertEquals(park.map(List.of()), successor == null ? null : successor.map(List.of()));
    }
  }

  private ParkEvent event(Session who, int what) {
    at++;
    return switch (what) {
      case 0 -> enter(who, at);
      case 1 -> leave(who.alias(), at);
      case 2 -> here(who.alias(), at);
      default -> move(who.alias(), at, cellOf(who.alias()) + 1);
    };
  }

  private void note(Map<String, GuestEntry> noted) {
    park.takeChanges()
        .forEach(
            (alias, entry) ->
                entry.ifPresentOrElse(it -> noted.put(alias, it), () -> noted.remove(alias)));
  }

  /** How many of these steps count, each to the east. */
  private int steps(int count, long now) {
    int before = cellOf("ana");
    List<Note> said = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      said.addAll(park.apply(move("ana", ++at, cellOf("ana") + 1), now));
    }
    assertEquals(List.of(), said);
    return cellOf("ana") - before;
  }

  private int cellOf(String alias) {
    return park.guest(alias).map(Guest::position).map(Position::cell).orElse(0);
  }

  private static int answers(List<Note> said, Class<?> kind) {
    return (int) said.stream().filter(note -> kind.isInstance(note.answer())).count();
  }
}
