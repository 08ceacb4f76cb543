package fwq.trials.bench.guild;

import fwq.common.park.Plate;
import fwq.common.talk.guild.DayReport;
import fwq.guild.rules.ParkState;
import fwq.guild.rules.Tally;
import fwq.guild.store.DayTable;
import fwq.guild.store.GuildFile;
import fwq.guild.store.ParkTable;
import fwq.kit.file.ScratchFolder;
import fwq.kit.sqlite.Sql;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How long the guild takes to tell a day of a million sales, from its database. */
public final class DayReportTime implements Probe {
  private static final int SALES = 1_000_000;
  private static final int CARTS = 20;
  private static final int CLIENTS_OF_A_CART = 1_000;
  private static final int WARM_UPS = 20;
  private static final double MILLIS_MAX = 100;
  private static final LocalDate DATE = LocalDate.parse("2026-11-28");

  /** A probe. */
  public DayReportTime() {}

  @Override
  public String name() {
    return "day-report";
  }

  @Override
  public List<Value> look(Workbench bench) throws Exception {
    int sales = bench.load(SALES);
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench");
        Sql sql = GuildFile.open(scratch.path())) {
      ParkTable table = new ParkTable(sql, 0);
      ParkState day = day(sales);
      sql.change(() -> table.store(day));
      double millis = 0;
      for (int round = 0; round <= WARM_UPS; round++) {
        long start = System.nanoTime();
        DayReport report = DayTable.report(sql, 0, DATE);
        millis = (System.nanoTime() - start) / 1e6;
        check(report, sales);
      }
      return List.of(
          new Value(
              "a day of 1,000,000 sales to 20,000 clients",
              "ms",
              millis,
              new Goal.AtMost(MILLIS_MAX)));
    }
  }

  private static ParkState day(int sales) {
    int each = sales / (CARTS * CLIENTS_OF_A_CART);
    List<Tally> tallies = new ArrayList<>();
    for (int cart = 0; cart < CARTS; cart++) {
      Plate plate = Plate.of("CART-%02d".formatted(cart));
      for (int client = 0; client < CLIENTS_OF_A_CART; client++) {
        tallies.add(new Tally(DATE, plate, Tally.Kind.CLIENT, "client-" + client, each, 2L * each));
      }
    }
    ParkState empty = ParkState.empty();
    return new ParkState(
        empty.clock(),
        empty.date(),
        empty.zone(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        tallies);
  }

  private static void check(DayReport report, int sales) {
    long told = report.carts().stream().mapToLong(DayReport.CartSales::sales).sum();
    if (told != sales) {
      throw new IllegalStateException("the day has " + sales + " sales, told were " + told);
    }
  }
}
