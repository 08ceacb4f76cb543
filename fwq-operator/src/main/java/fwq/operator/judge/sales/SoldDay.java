package fwq.operator.judge.sales;

import fwq.common.park.Plate;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a park's carts sold on one day. For one thread. */
final class SoldDay {
  /** Clients of a cart who are told apart; all others together are one more. */
  static final int CLIENTS_MAX = 50_000;

  private static final String OTHERS = " others";
  private static final int FREQUENT = 3;

  private final Map<Plate, Map<String, Sum>> clients = new TreeMap<>();
  private final Map<Plate, Map<String, Sum>> lateByHour = new TreeMap<>();

  /** So many sales of so many pieces together. */
  private record Sum(long sales, long sold) {
    Sum plus(Sum other) {
      return new Sum(sales + other.sales, sold + other.sold);
    }
  }

  void sell(CartWord.Sale sale) {
    Map<String, Sum> its = clients.computeIfAbsent(sale.plate(), _ -> new HashMap<>());
    boolean isTold = its.containsKey(sale.client()) || its.size() < CLIENTS_MAX;
    its.merge(isTold ? sale.client() : OTHERS, new Sum(1, sale.quantity()), Sum::plus);
  }

  /** It was made in this hour, and took long to arrive. */
  void sellLate(CartWord.Sale sale, String hour) {
    lateByHour
        .computeIfAbsent(sale.plate(), _ -> new TreeMap<>())
        .merge(hour, new Sum(1, sale.quantity()), Sum::plus);
  }

  /** By plate. */
  List<CartSales> carts() {
    return clients.entrySet().stream().map(it -> cart(it.getKey(), it.getValue())).toList();
  }

  private static CartSales cart(Plate plate, Map<String, Sum> its) {
    Sum all = its.values().stream().reduce(new Sum(0, 0), Sum::plus);
    List<ClientSales> frequent =
        its.entrySet().stream()
            .map(it -> new ClientSales(it.getKey(), it.getValue().sales(), it.getValue().sold()))
            .sorted(
                Comparator.comparingLong(ClientSales::sales)
                    .thenComparingLong(ClientSales::sold)
                    .reversed()
                    .thenComparing(ClientSales::client))
            .limit(FREQUENT)
            .toList();
    return new CartSales(plate, all.sold(), all.sales(), its.size(), frequent);
  }

  /** By plate and hour. */
  List<LateSales> late() {
    return lateByHour.entrySet().stream()
        .flatMap(
            cart ->
                cart.getValue().entrySet().stream()
                    .map(
                        it ->
                            new LateSales(
                                cart.getKey(),
                                it.getKey(),
                                it.getValue().sales(),
                                it.getValue().sold())))
        .toList();
  }
}
