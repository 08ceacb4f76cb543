package fwq.trips.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.AgencyReply.Refused;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Refusal;
import fwq.trips.saga.Progress.Booked;
import fwq.trips.saga.Progress.Cancelled;
import fwq.trips.saga.Progress.Cancelling;
import fwq.trips.saga.Progress.Confirming;
import fwq.trips.saga.Saga.Answer;
import fwq.trips.saga.Saga.Say;
import fwq.trips.saga.Saga.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SagaTest {
  private static final Saga FRESH = Saga.of(EnumSet.allOf(Leg.class));
  private static final Answer HELD = new Answer.Held();
  private static final Answer CONFIRMED = new Answer.Confirmed();
  private static final Answer BACK = new Answer.GivenBack();
  private static final Answer OVER = new Answer.No(new Refusal.Expired());

  private static Saga confirming() {
    return FRESH.hear(Leg.FLIGHTS, HELD).hear(Leg.HOTELS, HELD).hear(Leg.TOURS, HELD);
  }

  private static Saga booked() {
    return confirming()
        .hear(Leg.TOURS, CONFIRMED)
        .hear(Leg.FLIGHTS, CONFIRMED)
        .hear(Leg.HOTELS, CONFIRMED);
  }

  @Test
  void legsAreHeldOneAfterTheOther() {
    assertEquals(List.of(new Say(Leg.FLIGHTS, Word.HOLD)), FRESH.words());
    assertEquals(List.of(new Say(Leg.HOTELS, Word.HOLD)), FRESH.hear(Leg.FLIGHTS, HELD).words());
  }

  @Test
  void allAreConfirmedOnceAllAreHeld() {
    assertEquals(State.CONFIRMING, confirming().progress().state());
    assertEquals(
        List.of(Leg.FLIGHTS, Leg.HOTELS, Leg.TOURS),
        confirming().words().stream().map(Say::leg).toList());
    assertTrue(confirming().words().stream().allMatch(say -> say.word() == Word.CONFIRM));
  }

  @Test
  void tripIsBookedOnlyAfterAllConfirms() {
    Saga two = confirming().hear(Leg.TOURS, CONFIRMED).hear(Leg.FLIGHTS, CONFIRMED);
    assertEquals(List.of(new Say(Leg.HOTELS, Word.CONFIRM)), two.words());
    assertEquals(new Booked(), two.hear(Leg.HOTELS, CONFIRMED).progress());
    assertTrue(booked().isOver());
  }

  @Test
  void fullHotelGivesTheFlightBackAndIsNamed() {
    Refusal full = new Refusal.SoldOut(7, 0);
    Saga refused = FRESH.hear(Leg.FLIGHTS, HELD).hear(Leg.HOTELS, new Answer.No(full));
    assertEquals(
        new Cancelling(new Refused(Optional.of(Leg.HOTELS), full), Set.of()), refused.progress());
    // The hotel, too: its answer may be that to a word said again, while the first one holds.
    assertEquals(3, refused.words().size());
    Saga over = refused.hear(Leg.TOURS, BACK).hear(Leg.HOTELS, BACK).hear(Leg.FLIGHTS, BACK);
    assertEquals(new Cancelled(new Refused(Optional.of(Leg.HOTELS), full)), over.progress());
    assertTrue(over.isOver());
  }

  @Test
  void confirmThatComesTooLateGivesSoldLegsBack() {
    Saga late = confirming().hear(Leg.FLIGHTS, CONFIRMED).hear(Leg.HOTELS, OVER);
    assertEquals(
        List.of(
            new Say(Leg.FLIGHTS, Word.CANCEL),
            new Say(Leg.HOTELS, Word.CANCEL),
            new Say(Leg.TOURS, Word.CANCEL)),
        late.words());
  }

  @Test
  void noHoldIsSaidForATripThatIsGivenBack() {
    Saga cancelling = FRESH.hear(Leg.FLIGHTS, HELD).cancel();
    assertSame(cancelling, cancelling.hear(Leg.HOTELS, HELD));
    assertTrue(cancelling.words().stream().allMatch(say -> say.word() == Word.CANCEL));
  }

  @Test
  void wordsHeardTwiceOrLateChangeNothing() {
    assertEquals(confirming(), confirming().hear(Leg.HOTELS, HELD));
    assertSame(booked().progress().state(), booked().hear(Leg.HOTELS, OVER).progress().state());
    Saga over = FRESH.cancel();
    for (Leg leg : Leg.values()) {
      over = over.hear(leg, BACK).hear(leg, BACK);
    }
    assertEquals(over, over.hear(Leg.TOURS, CONFIRMED).hear(Leg.TOURS, HELD).cancel());
  }

  @Test
  void absentSellerEndsATripThatIsBeingHeldButNoOther() {
    assertEquals(
        new Refused(Optional.of(Leg.FLIGHTS), new Refusal.Away()),
        ((Cancelling) FRESH.away(Leg.FLIGHTS).progress()).because());
    assertSame(State.CONFIRMING, confirming().away(Leg.HOTELS).progress().state());
  }

  @Test
  void bookedTripCanBeGivenBack() {
    assertEquals(State.CANCELLING, booked().cancel().progress().state());
  }

  @Test
  void tripMayHaveOneLeg() {
    Saga tour = Saga.of(Set.of(Leg.TOURS)).hear(Leg.TOURS, HELD);
    assertEquals(new Confirming(Set.of()), tour.progress());
    assertEquals(new Booked(), tour.hear(Leg.TOURS, CONFIRMED).progress());
  }
}
