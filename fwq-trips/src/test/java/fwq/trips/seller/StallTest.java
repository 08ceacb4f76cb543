package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerReply.Standing;
import fwq.common.talk.trips.SellerRequest.Hold;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Towns;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StallTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final SellerReply EXPIRED = new SellerReply.Refused(new Refusal.Expired());
  private static final UUID TRIP = new UUID(1, 1);

  private final List<Offer> offers = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");
  private long nanos;
  private SimulatedTables tables;

  @BeforeEach
  void open() throws DatabaseException {
    for (int n = 0; n < 3; n++) {
      // The same room on three nights, ten of it.
      Offer it = DayOffers.of(Leg.HOTELS, 7, Towns.ALL.getFirst()).on(DAY.plusDays(n)).getFirst();
      offers.add(Offer.fresh(it.id(), it.service(), 5_000, 10));
    }
    tables = new SimulatedTables(offers, () -> now, () -> nanos);
  }

  @AfterEach
  void close() throws DatabaseException {
    tables.check();
    tables.close();
  }

  private Part part(int offer, int quantity) {
    return new Part(offers.get(offer).id(), quantity, 5_000);
  }

  private SellerReply hold(UUID trip, Part... parts) throws DatabaseException {
    return tables.stall().hold(new Hold(trip, List.of(parts)));
  }

  private int left(int offer) {
    return tables.catalogue.on("PMI", DAY.plusDays(offer)).getFirst().left();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  private static SellerReply refused(Refusal why) {
    return new SellerReply.Refused(why);
  }

  private Standing.State state(UUID trip) throws DatabaseException {
    return ((Standing) tables.stall().status(trip)).state();
  }

  @Test
  void placesAreHeldForTenMinutesAndShownAsTaken() throws DatabaseException {
    SellerReply.Held held =
        assertInstanceOf(SellerReply.Held.class, hold(TRIP, part(0, 3), part(1, 3)));
    assertEquals(600, held.heldForSeconds());
    Choice stay = held.choices().getFirst();
    assertEquals(DAY.plusDays(2), ((Stay) stay.service()).dayOut());
    assertEquals(10_000, stay.price());
    assertEquals(7, left(0));
    assertEquals(10, left(2));
    pass(Duration.ofMinutes(1));
    assertEquals(540, ((SellerReply.Held) hold(TRIP, part(1, 3), part(0, 3))).heldForSeconds());
    assertEquals(7, left(0), "the same words change nothing");
  }

  @Test
  void holdThatIsOverIsGivenBackAndCannotBeConfirmed() throws DatabaseException {
    hold(TRIP, part(0, 9));
    pass(Stall.HOLD);
    assertInstanceOf(SellerReply.Held.class, hold(new UUID(2, 2), part(0, 9)));
    assertEquals(EXPIRED, tables.stall().confirm(TRIP));
    assertEquals(EXPIRED, hold(TRIP, part(0, 9)));
    assertEquals(Standing.State.EXPIRED, state(TRIP));
  }

  @Test
  void silentSellerShowsPlacesAgainOnceTheHoldIsOver() throws DatabaseException {
    hold(TRIP, part(0, 9));
    pass(Stall.HOLD);
    tables.stall().sweep();
    assertEquals(10, left(0));
  }

  @Test
  void confirmedTripKeepsItsPlaces() throws DatabaseException {
    hold(TRIP, part(0, 4));
    assertEquals(new SellerReply.Confirmed(), tables.stall().confirm(TRIP));
    pass(Duration.ofDays(2));
    assertEquals(new SellerReply.Confirmed(), tables.stall().confirm(TRIP));
    assertEquals(0, ((SellerReply.Held) hold(TRIP, part(0, 4))).heldForSeconds());
    assertEquals(6, left(0));
    assertEquals(new SellerReply.Cancelled(), tables.stall().cancel(TRIP));
    assertEquals(10, left(0), "what was sold is given back, too");
    assertEquals(EXPIRED, tables.stall().confirm(TRIP));
  }

  @Test
  void middleNightThatIsFullLetsNoneBeHeld() throws DatabaseException {
    hold(new UUID(2, 2), part(1, 9));
    hold(new UUID(3, 3), part(1, 1));
    assertEquals(
        refused(new Refusal.SoldOut(offers.get(1).id(), 0)),
        hold(TRIP, part(0, 1), part(1, 1), part(2, 1)));
    assertEquals(0, tables.placesOf(TRIP));
    assertEquals(10, left(0));
    pass(Stall.HOLD);
    assertEquals(
        refused(new Refusal.SoldOut(offers.get(1).id(), 0)),
        hold(TRIP, part(0, 1), part(1, 1), part(2, 1)),
        "the same words have the same answer");
  }

  @Test
  void cancelThatArrivesBeforeItsHoldRefusesIt() throws DatabaseException {
    assertEquals(new SellerReply.Cancelled(), tables.stall().cancel(TRIP));
    assertEquals(EXPIRED, hold(TRIP, part(0, 1)));
    tables.restart();
    assertEquals(EXPIRED, hold(TRIP, part(0, 1)));
    assertEquals(0, tables.placesOf(TRIP));
  }

  @Test
  void holdSaidAgainAfterItsCancelIsRefused() throws DatabaseException {
    hold(TRIP, part(0, 1));
    tables.stall().cancel(TRIP);
    assertEquals(EXPIRED, hold(TRIP, part(0, 1)));
    assertEquals(10, left(0));
  }

  @Test
  void otherListForTheSameTripDiffers() throws DatabaseException {
    hold(TRIP, part(0, 1));
    assertEquals(refused(new Refusal.Differs()), hold(TRIP, part(0, 2)));
    assertEquals(refused(new Refusal.Differs()), hold(TRIP, part(1, 1)));
    assertEquals(9, left(0));
  }

  @Test
  void priceThatChangedSinceTheSearchIsTold() throws DatabaseException {
    Offer changed = tables.stall().change(offers.getFirst().id(), 0, 6_000, 10).orElseThrow();
    assertEquals(6_000, changed.price());
    assertEquals(
        refused(new Refusal.PriceChanged(changed.id(), 6_000)), hold(TRIP, part(1, 1), part(0, 1)));
    assertEquals(0, tables.placesOf(TRIP));
    assertInstanceOf(
        SellerReply.Held.class, hold(new UUID(2, 2), new Part(changed.id(), 1, 6_000)));
  }

  @Test
  void changeIsMadeOnceAndNeverBelowWhatIsTaken() throws DatabaseException {
    hold(TRIP, part(0, 4));
    long id = offers.getFirst().id();
    assertTrue(tables.stall().change(id, 0, 5_000, 3).isEmpty(), "four are taken");
    assertTrue(tables.stall().change(id, 0, 5_000, 4).isPresent());
    assertTrue(tables.stall().change(id, 0, 1, 10).isEmpty(), "of an older version");
    assertTrue(tables.stall().change(id, 1, Part.PRICE_MAX + 1, 4).isEmpty(), "too dear");
    assertTrue(tables.stall().change(id, 1, 1, Offer.STOCK_MAX + 1).isEmpty(), "too many");
    assertEquals(0, left(0));
  }

  @Test
  void offerThatIsOverOrUnknownCannotBeHeld() throws DatabaseException {
    assertEquals(EXPIRED, hold(TRIP, new Part(1, 1, 5_000)));
    now = offers.getFirst().goodUntil();
    assertEquals(EXPIRED, hold(new UUID(2, 2), part(0, 1)));
  }

  @Test
  void clockThatIsSetAnHourForthAndBackSellsNothingTwice() throws DatabaseException {
    hold(TRIP, part(0, 9));
    now = now.plus(Duration.ofHours(1));
    assertInstanceOf(SellerReply.Held.class, hold(new UUID(2, 2), part(0, 9)));
    now = now.minus(Duration.ofHours(1));
    assertEquals(EXPIRED, tables.stall().confirm(TRIP));
    pass(Stall.HOLD.minusMillis(1));
    assertEquals(Standing.State.HELD, state(new UUID(2, 2)));
    pass(Duration.ofMillis(1));
    assertEquals(Standing.State.EXPIRED, state(new UUID(2, 2)));
    tables.stall().sweep();
    assertEquals(10, left(0));
  }

  @Test
  void tombstonesAreForgottenAfterThirtyDaysAndSoldTripsAreNot() throws DatabaseException {
    UUID sold = new UUID(2, 2);
    tables.stall().cancel(TRIP);
    hold(sold, part(0, 1));
    tables.stall().confirm(sold);
    pass(Duration.ofDays(30).plusMillis(1));
    tables.stall().forgetOld();
    assertEquals(Standing.State.UNKNOWN, state(TRIP));
    assertEquals(Standing.State.SOLD, state(sold));
  }

  @Test
  void lastTenPlacesAreHeldTenTimes() throws Exception {
    List<Callable<SellerReply>> all = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      UUID trip = new UUID(5, n);
      all.add(() -> hold(trip, part(2, 1)));
    }
    long held = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<SellerReply> reply : threads.invokeAll(all)) {
        held += reply.get() instanceof SellerReply.Held ? 1 : 0;
      }
    }
    assertEquals(10, held);
    assertEquals(0, left(2));
    pass(Stall.HOLD);
    tables.stall().sweep();
    assertEquals(10, left(2));
  }
}
