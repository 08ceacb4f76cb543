package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a park's carts sold on one day. */
public final class DayBook {
  /** A sale that comes later than this after it was made is listed as late. */
  static final long LATE_MILLIS = 60_000;

  /** Clients of a cart who are told apart on one day; all others together are one more. */
  static final int CLIENTS_MAX = 50_000;

  /** Who buys after that. No client can have this name. */
  static final String OTHERS = " others";

  private static final int FREQUENT = 3;

  private final int park;
  private final LocalDate date;
  private final Map<Plate, Map<String, Sum>> byClient = new HashMap<>();
  private final Map<Plate, Map<String, Sum>> late = new TreeMap<>();
  private final Set<Sum> changed = new LinkedHashSet<>();

  /** Sales and pieces of one client or hour. Equal only to itself. */
  private static final class Sum {
    private final Plate plate;
    private final Tally.Kind kind;
    private final String name;
    private long sales;
    private long sold;
    private boolean isChanged;

    private Sum(Plate plate, Tally.Kind kind, String name) {
      this.plate = plate;
      this.kind = kind;
      this.name = name;
    }
  }

  /** A day as it was left. */
  public DayBook(int park, LocalDate date, Collection<Tally> tallies) {
    this.park = park;
    this.date = date;
    for (Tally tally : tallies) {
      if (tally.date().equals(date)) {
        Sum sum = sum(tally.kind(), tally.plate(), tally.name());
        sum.sales = tally.sales();
        sum.sold = tally.sold();
      }
    }
  }

  LocalDate date() {
    return date;
  }

  /** Counts a sale. */
  void sell(CartWord.Sale sale, long time, Days days) {
    add(sum(Tally.Kind.CLIENT, sale.plate(), sale.client()), sale.quantity());
    if (time - sale.at() > LATE_MILLIS) {
      add(sum(Tally.Kind.LATE, sale.plate(), days.hour(sale.at())), sale.quantity());
    }
  }

  private Sum sum(Tally.Kind kind, Plate plate, String name) {
    Map<Plate, Map<String, Sum>> all =
        switch (kind) {
          case CLIENT -> byClient;
          case LATE -> late;
        };
    Map<String, Sum> its = all.computeIfAbsent(plate, _ -> new HashMap<>());
    Sum known = its.get(name);
    if (known != null) {
      return known;
    }
    String told = its.size() < CLIENTS_MAX ? name : OTHERS;
    return its.computeIfAbsent(told, it -> new Sum(plate, kind, it));
  }

  private void add(Sum sum, int quantity) {
    sum.sales++;
    sum.sold += quantity;
    if (!sum.isChanged) {
      sum.isChanged = true;
      changed.add(sum);
    }
  }

  /** The day's figures. */
  public DayReport report(boolean isClosed) {
    List<CartSales> carts = new ArrayList<>();
    new TreeMap<>(byClient).forEach((plate, clients) -> carts.add(sales(plate, clients.values())));
    List<LateSales> listed = new ArrayList<>();
    late.forEach(
        (plate, hours) ->
            hours.values().stream()
                .sorted(Comparator.comparing(it -> it.name))
                .forEach(it -> listed.add(new LateSales(plate, it.name, it.sales, it.sold))));
    return new DayReport(park, date, isClosed, carts, listed);
  }

  private static CartSales sales(Plate plate, Collection<Sum> clients) {
    long sales = 0;
    long sold = 0;
    // A handful is kept while all are looked at: a day can have a million clients.
    List<Sum> frequent = new ArrayList<>();
    for (Sum client : clients) {
      sales += client.sales;
      sold += client.sold;
      frequent.add(client);
      if (frequent.size() > FREQUENT) {
        frequent.sort(MOST_FREQUENT);
        frequent.removeLast();
      }
    }
    frequent.sort(MOST_FREQUENT);
    return new CartSales(
        plate,
        sold,
        sales,
        clients.size(),
        frequent.stream().map(it -> new ClientSales(it.name, it.sales, it.sold)).toList());
  }

  private static final Comparator<Sum> MOST_FREQUENT =
      Comparator.<Sum>comparingLong(it -> -it.sales)
          .thenComparingLong(it -> -it.sold)
          .thenComparing(it -> it.name);

  /** The sums that changed since this was last asked. */
  List<Tally> takeChanges() {
    List<Tally> tallies = new ArrayList<>(changed.size());
    for (Sum it : changed) {
      it.isChanged = false;
      tallies.add(new Tally(date, it.plate, it.kind, it.name, it.sales, it.sold));
    }
    changed.clear();
    return tallies;
  }
}
