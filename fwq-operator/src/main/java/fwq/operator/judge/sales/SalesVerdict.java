package fwq.operator.judge.sales;

import fwq.common.park.Plate;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.DayReport.CartSales;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds a day that the guild tells against what the records say. */
public final class SalesVerdict {
  private SalesVerdict() {}

  /**
   * What is wrong with a day.
   *
   * @param before by the records that were there before the guild was asked
   * @param after by those that were there after it had answered
   * @param told by the guild
   * @return sentences
   */
  public static List<String> differences(DayReport before, DayReport after, DayReport told) {
    List<String> found = new ArrayList<>();
    Map<Plate, CartSales> least = byPlate(before);
    Map<Plate, CartSales> most = byPlate(after);
    Map<Plate, CartSales> its = byPlate(told);
    TreeSet<Plate> plates = new TreeSet<>(most.keySet());
    plates.addAll(its.keySet());
    for (Plate plate : plates) {
      CartSales low = least.get(plate);
      CartSales high = most.get(plate);
      CartSales given = its.get(plate);
      boolean isSettled = high != null && high.equals(low);
      if (sales(given) < sales(low) || sold(given) < sold(low)) {
        found.add(sentence(told, plate, "lacks sales", given, low));
      } else if (sales(given) > sales(high) || sold(given) > sold(high)) {
        found.add(sentence(told, plate, "has sales that nobody made", given, high));
      } else if (isSettled && !high.equals(given)) {
        found.add(sentence(told, plate, "has other clients", given, high));
      }
    }
    if (before.equals(after) && !after.late().equals(told.late())) {
      found.add(
          told.date() + ": late sales are " + told.late() + ", by the records " + after.late());
    }
    return found;
  }

  private static Map<Plate, CartSales> byPlate(DayReport report) {
    Map<Plate, CartSales> all = new HashMap<>();
    report.carts().forEach(it -> all.put(it.plate(), it));
    return all;
  }

  private static long sales(CartSales it) {
    return it == null ? 0 : it.sales();
  }

  private static long sold(CartSales it) {
    return it == null ? 0 : it.sold();
  }

  private static String sentence(
      DayReport day, Plate plate, String what, CartSales told, CartSales truth) {
    return "%s: %s %s: told are %s, by the records %s"
        .formatted(day.date(), plate, what, text(told), text(truth));
  }

  private static String text(CartSales it) {
    return it == null
        ? "none"
        : "%,d sold in %,d sales to %,d clients, most often %s"
            .formatted(it.sold(), it.sales(), it.clients(), it.frequent());
  }
}
