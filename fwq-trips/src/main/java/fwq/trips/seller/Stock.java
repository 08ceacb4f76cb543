package fwq.trips.seller;

import fwq.common.talk.trips.ServiceJson;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import fwq.trips.search.Catalogue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Keeps offers for the days to come. A day's offers come in one transaction, with a note that the
 * day is done: a start that is cut off leaves whole days, and the next one makes those that are
 * missing.
 *
 * @param catalogue what searches see; told of each day
 */
record Stock(Sql sql, DayOffers maker, Catalogue catalogue) {
  /** How many days there are offers for, today among them. */
  static final int DAYS_AHEAD = 90;

  /** How long past offers of which nobody has a place are kept. */
  static final int DAYS_KEPT = 30;

  /** Has searches see what is in the table for today and later. */
  void load(LocalDate today) throws DatabaseException {
    catalogue.add(
        sql.transaction(
            () ->
                sql.all(
                    // Where it is yesterday still, yesterday's offers are good.
                    "SELECT " + SellerTables.OFFER + " FROM offer WHERE day >= ?",
                    SellerTables::offer,
                    today.minusDays(1).toEpochDay())));
  }

  /**
   * Makes the offers of days that are missing, and takes out those that are long past.
   *
   * @param progress told after each day how many there are
   */
  void fill(LocalDate today, IntConsumer progress) throws DatabaseException {
    for (int day = 0; day < DAYS_AHEAD; day++) {
      if (fill(today.plusDays(day))) {
        progress.accept(day + 1);
      }
    }
    forgetBefore(today.minusDays(DAYS_KEPT));
    catalogue.forgetBefore(today.minusDays(1));
  }

  private boolean fill(LocalDate day) throws DatabaseException {
    List<Offer> made =
        sql.transaction(
            () -> {
              boolean isNoted =
                  sql.update("INSERT INTO day (day) VALUES (?) ON CONFLICT DO NOTHING", at(day))
                      == 0;
              List<Offer> added = new ArrayList<>();
              for (Offer offer : isNoted && !maker.mayGrow() ? List.<Offer>of() : maker.on(day)) {
                if (add(offer)) {
                  added.add(offer);
                }
              }
              return added;
            });
    catalogue.add(made);
    return !made.isEmpty();
  }

  private boolean add(Offer offer) throws SQLException {
    return sql.update(
            """
            INSERT INTO offer (id, day, service, price, stock, good_until)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
            offer.id(),
            at(offer.service().day()),
            ServiceJson.write(offer.service()),
            offer.price(),
            offer.stock(),
            offer.goodUntil().getEpochSecond())
        == 1;
  }

  private void forgetBefore(LocalDate day) throws DatabaseException {
    sql.transaction(
        () ->
            sql.update("DELETE FROM day WHERE day < ?", at(day))
                + sql.update(
                    """
                    DELETE FROM offer WHERE day < ?
                      AND NOT EXISTS (SELECT 1 FROM part WHERE part.offer = offer.id)""",
                    at(day)));
  }

  private static long at(LocalDate day) {
    return day.toEpochDay();
  }
}
