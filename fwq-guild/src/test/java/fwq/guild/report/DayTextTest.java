package fwq.guild.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Plate;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DayTextTest {
  private static final LocalDate DATE = LocalDate.parse("2026-11-28");
  private static final DayReport REPORT =
      new DayReport(
          3,
          DATE,
          true,
          List.of(
              new CartSales(
                  Plate.of("CART-1"),
                  8,
                  5,
                  2,
                  List.of(new ClientSales("bob", 3, 5), new ClientSales("ana", 2, 3)))),
          List.of(new LateSales(Plate.of("CART-1"), "2026-11-27T23+01:00", 1, 4)));

  private static final String TEXT =
      """
      Sales of park 3 on 2026-11-28
      cart      sold  sales  clients  per client  per sale  most frequent clients
      CART-1       8      5        2         4.0       1.6  bob (3), ana (2)
      Counted above, though made earlier and late to arrive:
      CART-1       4 in 1 sales, made in the hour 2026-11-27T23+01:00
      """;

  @Test
  void dayIsALineForEachCart() {
    assertEquals(TEXT, DayText.of(REPORT));
  }

  /** Pitfall 39. */
  @Test
  void dayIsTheSameWhateverTheMachinesLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(TEXT, DayText.of(REPORT));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void dayWithoutASaleSaysSo() {
    assertEquals(
        "Sales of park 0 on 2026-11-28\nThe day is not over.\nNothing was sold.\n",
        DayText.of(new DayReport(0, DATE, false, List.of(), List.of())));
  }
}
