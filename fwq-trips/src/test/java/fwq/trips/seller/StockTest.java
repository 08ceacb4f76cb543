package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest.Hold;
import fwq.common.talk.trips.Towns;
import fwq.kit.file.Csv;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import fwq.trips.search.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StockTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final DayOffers MAKER = DayOffers.of(Leg.TOURS, 7, Towns.ALL.getFirst());
  private static final int A_DAY = 72;

  private final List<Integer> progress = new ArrayList<>();
  private SimulatedTables tables;

  @BeforeEach
  void open() throws DatabaseException {
    tables =
        new SimulatedTables(List.of(), () -> FIRST.atTime(8, 0).toInstant(ZoneOffset.UTC), () -> 0);
  }

  @AfterEach
  void close() throws DatabaseException {
    tables.close();
  }

  private void fill(DayOffers maker, LocalDate today) throws DatabaseException {
    new Stock(tables.sql, maker, tables.catalogue).fill(today, progress::add);
  }

  private int count() throws DatabaseException {
    return tables.sql.transaction(
        () -> tables.sql.first("SELECT count(*) FROM offer", row -> row.getInt(1)).orElseThrow());
  }

  @Test
  void firstStartMakesNinetyDaysAndTellsEach() throws DatabaseException {
    fill(MAKER, FIRST);
    assertEquals(90 * A_DAY, count());
    assertEquals(IntStream.rangeClosed(1, 90).boxed().toList(), progress);
    assertEquals(6, tables.catalogue.on("PMI", FIRST.plusDays(89)).size());
  }

  @Test
  void secondStartMakesNothing() throws DatabaseException {
    fill(MAKER, FIRST);
    progress.clear();
    fill(day -> List.of(), FIRST);
    assertEquals(List.of(), progress);
    assertEquals(90 * A_DAY, count());
  }

  @Test
  void startThatIsCutOffLeavesWholeDaysAndTheNextMakesTheRest() throws DatabaseException {
    int[] days = {0};
    DayOffers killed =
        day -> {
          if (days[0]++ == 40) {
            throw new IllegalStateException("killed");
          }
          return MAKER.on(day);
        };
    assertThrows(IllegalStateException.class, () -> fill(killed, FIRST));
    assertEquals(40 * A_DAY, count());
    fill(MAKER, FIRST);
    assertEquals(90 * A_DAY, count());
  }

  @Test
  void hundredthDayHasOffersAfterAFirstStartOnTheFirst() throws DatabaseException {
    fill(MAKER, FIRST);
    progress.clear();
    LocalDate hundredth = FIRST.plusDays(99);
    fill(MAKER, hundredth);
    assertEquals(90, progress.getLast());
    assertEquals(6, tables.catalogue.on("PMI", hundredth).size());
    assertEquals(
        MAKER.on(hundredth).getFirst().price(),
        tables.catalogue.on("PMI", hundredth).stream()
            .filter(it -> it.id() == MAKER.on(hundredth).getFirst().id())
            .findFirst()
            .orElseThrow()
            .price(),
        "a day that is made later is the same");
  }

  @Test
  void pastOffersGoAfterThirtyDaysButForThoseInATrip() throws DatabaseException {
    fill(MAKER, FIRST);
    Offer taken = MAKER.on(FIRST).getFirst();
    assertInstanceOf(
        SellerReply.Held.class,
        tables
            .stall()
            .hold(new Hold(new UUID(1, 1), List.of(new Part(taken.id(), 1, taken.price())))));
    tables.stall().confirm(new UUID(1, 1));
    new Stock(tables.sql, MAKER, new Catalogue()).fill(FIRST.plusDays(30), progress::add);
    assertTrue(tables.stall().look(taken.id() + 1).isPresent());
    new Stock(tables.sql, MAKER, new Catalogue()).fill(FIRST.plusDays(31), progress::add);
    assertTrue(tables.stall().look(taken.id()).isPresent());
    assertFalse(tables.stall().look(taken.id() + 1).isPresent());
  }

  @Test
  void freshStartsHaveEqualOffers() throws DatabaseException {
    fill(MAKER, FIRST);
    try (SimulatedTables others = new SimulatedTables(List.of(), () -> Instant.EPOCH, () -> 0)) {
      new Stock(others.sql, MAKER, others.catalogue).fill(FIRST, _ -> {});
      for (int n = 0; n < 90; n++) {
        assertEquals(
            tables.catalogue.on("LPA", FIRST.plusDays(n)),
            others.catalogue.on("LPA", FIRST.plusDays(n)));
      }
    }
  }

  @Test
  void fileMayGrowBetweenStarts() throws DatabaseException {
    Csv.Row one = row("5,100,3,Castle,castle,Gate 1,PMI,2026-12-01,10:00");
    Csv.Row two = row("6,200,3,Castle,castle,Gate 1,Palma,2026-12-01,12:00");
    fill(OffersFile.of(Leg.TOURS, List.of(one)), FIRST);
    fill(OffersFile.of(Leg.TOURS, List.of(one, two)), FIRST);
    assertEquals(2, tables.catalogue.on("PMI", FIRST).size());
  }

  private static Csv.Row row(String line) {
    return new Csv.Row(2, OffersFile.columns(Leg.TOURS), List.of(line.split(",", -1)));
  }
}
