package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Service.Stay;
import fwq.kit.file.Csv;
import fwq.trips.offers.Offer;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OffersFileTest {
  private static final String HEADER = String.join(",", OffersFile.columns(Leg.HOTELS));

  private static OffersFile parse(Leg leg, String... lines) {
    try {
      return OffersFile.of(
          leg,
          Csv.read(
              new StringReader(String.join("\n", lines)),
              "a file of offers",
              OffersFile.columns(leg)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lineIsAnOffer() {
    Offer offer =
        parse(Leg.HOTELS, HEADER, "", "7,4500,1,Faro,Calle 1,Palma,2026-12-01,101,2,yes")
            .on(LocalDate.of(2026, 12, 1))
            .getFirst();
    Stay stay = (Stay) offer.service();
    assertEquals("PMI", stay.city());
    assertEquals(1, offer.stock());
    assertTrue(stay.breakfast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7,4500,1,Faro,Calle 1,Palma,2026-12-01,101",
        "7,4500,1,Faro,Calle 1,Palm,2026-12-01,101,2,yes",
        "7,4500,1,Faro,Calle 1,PMI,2026-02-30,101,2,yes",
        "7,-1,1,Faro,Calle 1,PMI,2026-12-01,101,2,yes",
        "7,10000001,1,Faro,Calle 1,PMI,2026-12-01,101,2,yes",
        "7,4500,1001,Faro,Calle 1,PMI,2026-12-01,101,2,yes",
        "0,4500,1,Faro,Calle 1,PMI,2026-12-01,101,2,yes",
        "7,4500,1,,Calle 1,PMI,2026-12-01,101,2,yes",
        "7,4500,1,Faro,Calle 1,PMI,2026-12-01,101,0,yes",
        "7,45.00,1,Faro,Calle 1,PMI,2026-12-01,101,2,yes"
      })
  void lineThatIsNotRightIsNamed(String line) {
    IllegalArgumentException no =
        assertThrows(IllegalArgumentException.class, () -> parse(Leg.HOTELS, HEADER, line));
    assertTrue(no.getMessage().contains("line 2"), no.getMessage());
  }

  @Test
  void idIsUsedOnce() {
    String line = "7,4500,1,Faro,Calle 1,PMI,2026-12-01,101,2,yes";
    assertThrows(IllegalArgumentException.class, () -> parse(Leg.HOTELS, HEADER, line, line));
  }

  @Test
  void fileOfAnotherSellerIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> parse(Leg.TOURS, HEADER));
    assertThrows(IllegalArgumentException.class, () -> parse(Leg.TOURS, ""));
  }
}
