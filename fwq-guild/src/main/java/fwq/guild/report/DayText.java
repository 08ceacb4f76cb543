package fwq.guild.report;

import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import java.util.Locale;
import java.util.stream.Collectors;

/** A day's figures as text, always the same for the same figures. */
public final class DayText {
  /** Lines about late sales; more are summed up in one. */
  private static final int LATE_LINES_MAX = 200;

  private DayText() {}

  /** The lines, each with its end. */
  public static String of(DayReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
            String.format(Locale.ROOT, "Sales of park %d on %s%n", report.park(), report.date()))
        .append(report.isClosed() ? "" : "The day is not over.\n");
    if (report.carts().isEmpty()) {
      return text.append("Nothing was sold.\n").toString().replace("\r\n", "\n");
    }
    text.append("cart      sold  sales  clients  per client  per sale  most frequent clients\n");
    for (CartSales cart : report.carts()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-8s  %4d  %5d  %7d  %10s  %8s  %s\n",
              cart.plate(),
              cart.sold(),
              cart.sales(),
              cart.clients(),
              DayReport.decimal(cart.tenthsPerClient()),
              DayReport.decimal(cart.tenthsPerSale()),
              cart.frequent().stream().map(DayText::client).collect(Collectors.joining(", "))));
    }
    appendLate(text, report);
    return text.toString().replace("\r\n", "\n");
  }

  private static String client(ClientSales it) {
    return it.client().strip() + " (" + it.sales() + ")";
  }

  private static void appendLate(StringBuilder text, DayReport report) {
    if (report.late().isEmpty()) {
      return;
    }
    text.append("Counted above, though made earlier and late to arrive:\n");
    report.late().stream()
        .limit(LATE_LINES_MAX)
        .forEach(
            it ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-8s  %4d in %d sales, made in the hour %s\n",
                        it.plate(),
                        it.sold(),
                        it.sales(),
                        it.hour().strip())));
    long more = report.late().stream().skip(LATE_LINES_MAX).mapToLong(LateSales::sold).sum();
    if (more > 0) {
      text.append(String.format(Locale.ROOT, "and %d more, made in other hours\n", more));
    }
  }
}
