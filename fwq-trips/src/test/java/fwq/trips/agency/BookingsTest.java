package fwq.trips.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyRequest.Book;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
final class BookingsTest {
  private static final UUID TRIP = new UUID(1, 1);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final SellerReply HELD = new SellerReply.Held(600, List.of());
  private static final SellerReply CONFIRMED = new SellerReply.Confirmed();
  private static final AgencyReply BOOKED = new AgencyReply.Booked(TRIP, 1_300, "EUR");

  /** What was said to sellers, in order. */
  private final List<String> said = new CopyOnWriteArrayList<>();

  /** As many as were said since somebody waited. */
  private final Semaphore words = new Semaphore(0);

  @TempDir private Path folder;
  private volatile Sellers sellers = BookingsTest::willing;
  private volatile Instant now = Instant.parse("2026-12-01T08:00:00Z");
  private Sql sql;
  private TripLog log;
  private Bookings bookings;

  @BeforeEach
  void open() throws DatabaseException {
    sql = Sql.open(folder.resolve("agency.db"), TripLog.MIGRATIONS);
    log = new TripLog(sql);
    bookings = bookings(LONG, LONG);
  }

  @AfterEach
  void close() throws DatabaseException {
    bookings.close();
    sql.close();
  }

  private Bookings bookings(Duration patience, Duration answerLimit) {
    Sellers listened =
        (leg, request) -> {
          said.add(leg + " " + request.getClass().getSimpleName());
          words.release();
          return sellers.ask(leg, request);
        };
    return new Bookings(
        log,
        new Saying(listened, patience, () -> now, new SplittableRandom(1)),
        "EUR",
        answerLimit,
        () -> now);
  }

  private static SellerReply willing(Leg leg, SellerRequest request) {
    return switch (request) {
      case SellerRequest.Hold _ -> HELD;
      case SellerRequest.Confirm _ -> CONFIRMED;
      default -> new SellerReply.Cancelled();
    };
  }

  private static Book trip() {
    return new Book(
        TRIP,
        Map.of(
            Leg.FLIGHTS, List.of(new Part(1, 2, 500)),
            Leg.HOTELS, List.of(new Part(1, 1, 300)),
            Leg.TOURS, List.of(new Part(1, 2, 0))),
        "Ana",
        Optional.empty());
  }

  private AgencyReply book() throws Exception {
    return bookings.book(trip(), Optional.empty());
  }

  private State state() throws DatabaseException {
    return log.find(TRIP).orElseThrow().state();
  }

  private void restart() throws DatabaseException {
    bookings.close();
    bookings = bookings(LONG, LONG);
    bookings.resume();
  }

  private void await(State state) throws Exception {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (state() != state) {
      assertTrue(System.nanoTime() < deadline, "still " + state());
      boolean _ = words.tryAcquire(10, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void allLegsAreBookedAndTheSameWordsHaveTheSameAnswer() throws Exception {
    assertEquals(BOOKED, book());
    int words = said.size();
    assertEquals(6, words);
    assertEquals(BOOKED, book());
    assertEquals(words, said.size(), "nothing more is said to sellers");
  }

  @Test
  void otherLegsForTheSameTripDiffer() throws Exception {
    book();
    Book other =
        new Book(TRIP, Map.of(Leg.TOURS, List.of(new Part(1, 2, 0))), "Ana", Optional.empty());
    assertEquals(
        new AgencyReply.Refused(Optional.empty(), new Refusal.Differs()),
        bookings.book(other, Optional.empty()));
  }

  @Test
  void fullHotelLeavesNothingHeldAndIsNamed() throws Exception {
    Refusal full = new Refusal.SoldOut(1, 0);
    sellers =
        (leg, request) ->
            leg == Leg.HOTELS && request instanceof SellerRequest.Hold
                ? new SellerReply.Refused(full)
                : willing(leg, request);
    AgencyReply refused = new AgencyReply.Refused(Optional.of(Leg.HOTELS), full);
    assertEquals(refused, book());
    assertEquals(State.CANCELLED, state());
    assertTrue(said.contains("FLIGHTS Cancel") && !said.contains("TOURS Hold"), said.toString());
    assertEquals(refused, book());
  }

  @Test
  void rowIsKeptBeforeTheNextWordIsSaid() throws Exception {
    sellers =
        (leg, request) -> {
          State expected = request instanceof SellerRequest.Hold ? State.HOLDING : State.CONFIRMING;
          try {
            assertEquals(expected, state());
          } catch (DatabaseException e) {
            throw new AssertionError(e);
          }
          return willing(leg, request);
        };
    assertEquals(BOOKED, book());
  }

  @Test
  void absentSellerRefusesATripInTimeAndIsTold() throws Exception {
    bookings = bookings(Duration.ZERO, LONG);
    sellers =
        (leg, request) -> {
          now = now.plusSeconds(1);
          if (leg == Leg.FLIGHTS && request instanceof SellerRequest.Hold) {
            throw new SellerAwayException("away");
          }
          return willing(leg, request);
        };
    assertEquals(new AgencyReply.Refused(Optional.of(Leg.FLIGHTS), new Refusal.Away()), book());
  }

  @Test
  void guestIsNotKeptWaitingAndTheTripGoesOn() throws Exception {
    bookings = bookings(LONG, Duration.ofMillis(50));
    sellers =
        (leg, request) -> {
          if (leg == Leg.TOURS && request instanceof SellerRequest.Confirm) {
            throw new SellerAwayException("away");
          }
          return willing(leg, request);
        };
    assertEquals(new AgencyReply.GoesOn(State.CONFIRMING), answer());
    sellers = BookingsTest::willing;
    await(State.BOOKED);
  }

  /** Until it is confirming: a slow machine may need longer than the limit to come there. */
  private AgencyReply answer() throws Exception {
    AgencyReply reply = book();
    while (reply.equals(new AgencyReply.GoesOn(State.HOLDING))) {
      reply = book();
    }
    return reply;
  }

  @Test
  void restartGoesOnFromItsRowsWhateverTheStep() throws Exception {
    bookings = bookings(LONG, Duration.ofMillis(50));
    sellers =
        (_, _) -> {
          throw new SellerAwayException("away");
        };
    assertEquals(new AgencyReply.GoesOn(State.HOLDING), book());
    sellers = BookingsTest::willing;
    restart();
    assertEquals(BOOKED, book());
  }

  @Test
  void confirmThatComesTooLateAfterARestartGivesAllBack() throws Exception {
    bookings = bookings(LONG, Duration.ofMillis(50));
    sellers =
        (leg, request) -> {
          if (request instanceof SellerRequest.Confirm) {
            throw new SellerAwayException("away");
          }
          return willing(leg, request);
        };
    answer();
    await(State.CONFIRMING);
    now = now.plus(Duration.ofMinutes(11));
    sellers =
        (leg, request) ->
            leg == Leg.TOURS && request instanceof SellerRequest.Confirm
                ? new SellerReply.Refused(new Refusal.Expired())
                : willing(leg, request);
    restart();
    assertEquals(new AgencyReply.Refused(Optional.of(Leg.TOURS), new Refusal.Expired()), book());
    await(State.CANCELLED);
    assertTrue(said.contains("FLIGHTS Cancel"), "what was sold is given back, too");
  }

  @Test
  void tripThatWasAskedForLongAgoIsNotBookedUnseen() throws Exception {
    log.begin(
        TripRow.of(trip(), now.minusSeconds(3_600).toEpochMilli()),
        "Ana",
        Optional.empty(),
        LocalDate.of(2026, 12, 1));
    bookings.resume();
    assertInstanceOf(AgencyReply.Refused.class, book());
    await(State.CANCELLED);
    assertTrue(said.stream().noneMatch(word -> word.endsWith("Hold")), said.toString());
  }

  @Test
  void bookedTripIsGivenBackAndStaysSo() throws Exception {
    book();
    assertEquals(new AgencyReply.Cancelled(), bookings.cancel(TRIP));
    assertEquals(new AgencyReply.Refused(Optional.empty(), new Refusal.Cancelled()), book());
    assertEquals(new AgencyReply.Cancelled(), bookings.cancel(TRIP));
  }

  @Test
  void cancelThatArrivesBeforeItsBookingRefusesIt() throws Exception {
    assertEquals(new AgencyReply.Cancelled(), bookings.cancel(TRIP));
    assertEquals(new AgencyReply.Refused(Optional.empty(), new Refusal.Cancelled()), book());
    assertEquals(0, said.size());
  }

  @Test
  void tripsBelongToWhoeverBookedThemAndNamesGoAfterThirtyDays() throws Exception {
    bookings.book(trip(), Optional.of("Ana"));
    assertEquals(1, log.of("ana", "EUR").trips().size());
    assertEquals(0, log.of("luis", "EUR").trips().size());
    log.forget(LocalDate.of(2026, 12, 31));
    assertEquals(Optional.of("Ana"), traveller());
    log.forget(LocalDate.of(2027, 1, 1));
    assertEquals(Optional.empty(), traveller());
    assertEquals(1, log.of("ana", "EUR").trips().size());
  }

  private Optional<String> traveller() throws DatabaseException {
    return sql.query("SELECT traveller FROM trip", row -> Optional.ofNullable(row.getString(1)))
        .getFirst();
  }
}
