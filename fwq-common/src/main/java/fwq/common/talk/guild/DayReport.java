package fwq.common.talk.guild;

import fwq.common.park.Plate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a park's carts sold on one day.
 *
 * @param isClosed whether the day is over, so that this will not change any more
 * @param carts by plate, those that sold
 * @param late sales that were made on an earlier day or hour and arrived on this day; they are
 *     counted in {@code carts}
 */
public record DayReport(
    int park, LocalDate date, boolean isClosed, List<CartSales> carts, List<LateSales> late) {
  public DayReport {
    Objects.requireNonNull(date, "date");
    carts = List.copyOf(carts);
    late = List.copyOf(late);
  }

  /**
   * One cart's day.
   *
   * @param sold pieces
   * @param sales how many sales
   * @param clients how many different clients
   * @param frequent the clients who bought most often, at most three; none for whoever may not know
   */
  public record CartSales(
      Plate plate, long sold, long sales, int clients, List<ClientSales> frequent) {
    public CartSales {
      Objects.requireNonNull(plate, "plate");
      if (clients < 1 || sales < clients || sold < sales) {
        throw new IllegalArgumentException(
            "a cart's day has a client, a sale for each and a piece for each sale");
      }
      frequent = List.copyOf(frequent);
    }

    /** Tenths of a piece that a client bought on average, rounded half up. */
    public long tenthsPerClient() {
      return tenths(sold, clients);
    }

    /** Tenths of a piece that a sale was of on average, rounded half up. */
    public long tenthsPerSale() {
      return tenths(sold, sales);
    }

    private static long tenths(long sum, long count) {
      return (20 * sum + count) / (2 * count);
    }
  }

  /**
   * One client of a cart.
   *
   * @param sales how often
   * @param sold pieces
   */
  public record ClientSales(String client, long sales, long sold) {
    public ClientSales {
      if (sales < 1 || sold < sales) {
        throw new IllegalArgumentException("a client has a sale, and a piece for each sale");
      }
    }
  }

  /**
   * Sales of a cart that came late.
   *
   * @param hour of their own time in the park's zone, such as {@code 2026-10-25T02+02:00}
   */
  public record LateSales(Plate plate, String hour, long sales, long sold) {
    public LateSales {
      Objects.requireNonNull(plate, "plate");
      if (sales < 1 || sold < sales) {
        throw new IllegalArgumentException("an hour has a sale, and a piece for each sale");
      }
    }
  }

  /** Tenths as a decimal, the same in every language: {@code 4.0}. */
  public static String decimal(long tenths) {
    return tenths / 10 + "." + tenths % 10;
  }

  /** The same with no more than so many hours of late sales. */
  public DayReport first(int lateMax) {
    return new DayReport(
        park, date, isClosed, carts, late.subList(0, Math.min(late.size(), lateMax)));
  }

  /** The same for those who may not know clients' names. */
  public DayReport withoutNames() {
    return new DayReport(
        park,
        date,
        isClosed,
        carts.stream()
            .map(it -> new CartSales(it.plate, it.sold, it.sales, it.clients, List.of()))
            .toList(),
        late);
  }
}
