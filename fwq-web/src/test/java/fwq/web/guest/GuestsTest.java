package fwq.web.guest;

import static fwq.web.Samples.AT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Direction;
import fwq.common.park.FoodCarts;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.VisitorEvent;
import fwq.web.RecordingSink;
import fwq.web.Samples;
import fwq.web.event.Me;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.park.Parks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestsTest {
  private static final long SECOND = 1_000_000_000;
  private static final long ISSUED = AT - 1_000;
  private static final Plate PLATE = Plate.of("PARK-01");

  private final FakeVoice voice = new FakeVoice();
  private final Parks parks = new Parks();
  private final Guests guests = new Guests(parks, voice, new SplittableRandom(1));
  private final RecordingSink tab = new RecordingSink();
  private final Login login = Samples.login("ana", ISSUED);
  private long nanos;
  private long seq;
  private Guest guest;
  private Optional<FoodCarts> carts = Optional.empty();

  @BeforeEach
  void meet() throws ProblemException {
    parks.add(0, 0);
    hear(25);
    guest = guests.meet(login, Optional.empty(), nanos);
    guests.open(guest, 0, tab, true, nanos);
  }

  @Test
  void guestAsksIsLetInWalksAndLeaves() throws ProblemException {
    Deeds.enter(guests, guest, 0, nanos);
    assertTrue(tab.last("event: me").contains("ENTERING"));
    admit(ISSUED);
    assertTrue(tab.last("event: me").contains("\"INSIDE\",\"position\":0"));
    Deeds.step(guests, guest, Direction.EAST, nanos);
    assertTrue(tab.last("event: me").contains("\"position\":1,"));
    assertEquals("Move", voice.last());
    Deeds.leave(guests, guest, nanos);
    assertEquals("Leave", voice.last());
    assertTrue(tab.last("event: me").contains("\"OUTSIDE\""));
    assertFalse(voice.heard.contains("ana"));
  }

  @Test
  void eventsAreStampedWithTheParksTimeAndNotThisServers() throws ProblemException {
    nanos += 2 * SECOND;
    Deeds.enter(guests, guest, 0, nanos);
    assertEquals(AT + 2_000, ((VisitorEvent.Enter) voice.said.getLast()).at());
  }

  @Test
  void feetWalkToTheChosenRideAStepEachSecondAndStayThere() throws ProblemException {
    enter();
    Deeds.walk(guests, guest, OptionalInt.of(0), nanos);
    assertTrue(tab.last("event: me").contains("\"heading\":0,\"cart\":null,\"path\":[21]"));
    pass(3);
    assertTrue(
        tab.last("event: me").contains("\"position\":21,\"heading\":0,\"cart\":null,\"path\":[]"));
  }

  @Test
  void stepEndsWalkingByItself() throws ProblemException {
    enter();
    Deeds.autopilot(guests, guest, true, nanos);
    assertTrue(tab.last("event: me").contains("\"autopilot\":true"));
    Deeds.step(guests, guest, Direction.WEST, nanos);
    assertTrue(tab.last("event: me").contains("\"autopilot\":false"));
  }

  @Test
  void autopilotWalksOnWhileThePhoneSleeps() throws ProblemException {
    enter();
    Deeds.autopilot(guests, guest, true, nanos);
    guests.closed(Optional.of(login.id()), tab, nanos);
    pass(3);
    assertEquals(Me.State.RIDING, guests.me(guest, nanos).state());
  }

  @Test
  void phoneInAPocketKeepsItsPlaceForAMinuteAndAClosedLaptopDoesNot() throws ProblemException {
    enter();
    guests.closed(Optional.of(login.id()), tab, nanos);
    pass(59);
    assertEquals(0, voice.count(VisitorEvent.Leave.class));
    guests.open(guest, 0, tab, true, nanos);
    pass(5);
    guests.closed(Optional.of(login.id()), tab, nanos);
    pass(61);
    assertEquals("Leave", voice.last());
    guests.open(guest, 0, tab, true, nanos);
    assertTrue(tab.last("event: me").contains("\"GONE\""), tab.last("event: me"));
    assertTrue(tab.last("event: me").contains("\"SILENT\""), tab.last("event: me"));
  }

  @Test
  void fullParkIsAskedAgainByItself() throws ProblemException {
    Deeds.enter(guests, guest, 0, nanos);
    guests.heard(0, "ana", new Refused(ISSUED, Refusal.FULL), nanos);
    assertTrue(tab.last("event: me").contains("\"REFUSED\""));
    pass(6);
    assertEquals(2, voice.count(VisitorEvent.Enter.class));
  }

  @Test
  void alertIsToldOnce() throws ProblemException {
    enter();
    Deeds.alert(guests, guest, Optional.of(new Me.Alert(0, 20, OptionalInt.empty())), nanos);
    pass(2);
    assertEquals(0, tab.count("fired"));
    hear(15);
    pass(2);
    assertEquals(1, tab.count("\"fired\":true,\"wait\":15"));
    assertTrue(tab.last("event: me").contains("\"alert\":null"));
  }

  @Test
  void unknownRideIsRefused() throws ProblemException {
    enter();
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> Deeds.walk(guests, guest, OptionalInt.of(99), nanos));
    assertEquals(Optional.of("ride"), refused.problem().field());
  }

  @Test
  void whoIsOutsideCannotWalk() {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> Deeds.step(guests, guest, Direction.EAST, nanos));
    assertEquals(409, refused.problem().status());
  }

  @Test
  void whileTheEngineIsAwayNobodyCanEnter() {
    nanos += 4 * SECOND;
    ProblemException refused =
        assertThrows(ProblemException.class, () -> Deeds.enter(guests, guest, 0, nanos));
    assertEquals("ENGINE_AWAY", refused.problem().code());
  }

  @Test
  void loginElsewhereEndsTheStreams() throws ProblemException {
    enter();
    admit(ISSUED + 500);
    assertTrue(tab.last("event: end").contains("ELSEWHERE"));
    assertEquals(Optional.empty(), guests.find(login.id()));
  }

  @Test
  void anotherWebProcessThatAsksForThePlaceGetsItWithoutALeave() throws ProblemException {
    enter();
    admit(ISSUED);
    assertTrue(tab.last("event: end").contains("ELSEWHERE"));
    assertEquals(0, voice.count(VisitorEvent.Leave.class));
    long said = voice.said.size();
    pass(5);
    assertEquals(said, voice.said.size());
  }

  @Test
  void ownRepeatedQuestionIsNoTakeover() throws ProblemException {
    Deeds.enter(guests, guest, 0, nanos);
    pass(3);
    assertEquals(2, voice.count(VisitorEvent.Enter.class));
    admit(ISSUED);
    admit(ISSUED);
    assertEquals(0, tab.count("event: end"));
  }

  @Test
  void guestOfAnotherWebProcessEntersByItself() throws ProblemException {
    Login other = Samples.login("eva", ISSUED).in(OptionalInt.of(0));
    guests.meet(other, Optional.empty(), nanos);
    pass(1);
    assertTrue(
        voice.said.getLast() instanceof VisitorEvent.Enter enter && enter.alias().equals("eva"));
  }

  @Test
  void endedSessionSaysSo() throws ProblemException {
    enter();
    guests.heard(0, "ana", new Gone(ISSUED, Departure.ENDED), nanos);
    assertTrue(tab.last("event: end").contains("EXPIRED"));
  }

  @Test
  void loginThatIsOverIsForgotten() {
    guests.tick(nanos, login.session().expiresAt());
    assertTrue(tab.last("event: end").contains("EXPIRED"));
    assertEquals(0, guests.size());
  }

  @Test
  void twoTabsAreOneGuestAndTheFifthOverHttp1EndsTheFirst() throws ProblemException {
    enter();
    RecordingSink[] more = new RecordingSink[4];
    for (int i = 0; i < more.length; i++) {
      more[i] = new RecordingSink();
      guests.open(guest, 0, more[i], false, nanos);
    }
    assertTrue(tab.last("event: end").contains("ELSEWHERE"));
    Deeds.step(guests, guest, Direction.EAST, nanos);
    for (RecordingSink each : more) {
      assertTrue(each.last("event: me").contains("\"position\":1,"));
    }
    assertEquals(1, guests.inside());
  }

  @Test
  void feetFollowAFoodCartWhereverItGoes() throws ProblemException {
    enter();
    carts(3);
    Deeds.walk(guests, guest, PLATE, nanos);
    assertTrue(tab.last("event: me").contains("\"cart\":\"PARK-01\",\"path\":[1,2,3]"));
    pass(2);
    carts(6);
    pass(4);
    assertTrue(tab.last("event: me").contains("\"position\":6,"), tab.last("event: me"));
    Plate other = Plate.of("PARK-02");
    ProblemException unknown =
        assertThrows(ProblemException.class, () -> Deeds.walk(guests, guest, other, nanos));
    assertEquals(Optional.of("cart"), unknown.problem().field());
    Deeds.walk(guests, guest, OptionalInt.empty(), nanos);
    assertTrue(tab.last("event: me").contains("\"cart\":null"));
  }

  @Test
  void cartIsReportedWhereTheGuestStandsOnceInTenSeconds() throws ProblemException {
    enter();
    assertEquals("NO_CARTS", refusedReport().code());
    carts(3);
    Deeds.report(guests, guest, nanos);
    assertEquals(List.of(Position.GATE), voice.reported);
    assertEquals(OptionalLong.of(10), refusedReport().retryAfterSeconds());
    nanos += 10 * SECOND;
    carts(3);
    Deeds.report(guests, guest, nanos);
    assertEquals(2, voice.reported.size());
  }

  private Problem refusedReport() {
    return assertThrows(ProblemException.class, () -> Deeds.report(guests, guest, nanos)).problem();
  }

  /** From now on there is a cart in that cell. */
  private void carts(int cell) {
    carts =
        Optional.of(
            new FoodCarts(
                List.of(new FoodCarts.CartSpot(PLATE, Position.ofCell(cell), 5)), List.of()));
    hear(25);
  }

  private void enter() throws ProblemException {
    Deeds.enter(guests, guest, 0, nanos);
    admit(ISSUED);
  }

  private void admit(long session) {
    guests.heard(0, "ana", new Admitted(session, Position.GATE), nanos);
  }

  private void hear(int waitMinutes) {
    MapFrame frame = Samples.frame(++seq, AT + nanos / 1_000_000, waitMinutes);
    parks.heard(
        new MapFrame(
            0, frame.epoch(), frame.seq(), frame.offset(), frame.at(), frame.map().with(carts)),
        nanos);
  }

  /** So many seconds, four ticks and a frame in each. */
  private void pass(int seconds) {
    for (int tick = 0; tick < 4 * seconds; tick++) {
      nanos += SECOND / 4;
      if (tick % 4 == 0) {
        int waitMinutes =
            parks
                .room(0)
                .orElseThrow()
                .live()
                .last()
                .orElseThrow()
                .map()
                .rides()
                .getFirst()
                .waitMinutes()
                .orElseThrow();
        hear(waitMinutes);
      }
      guests.tick(nanos, AT + nanos / 1_000_000);
    }
  }
}
