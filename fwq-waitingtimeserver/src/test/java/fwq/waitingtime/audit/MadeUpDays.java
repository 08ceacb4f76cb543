package fwq.waitingtime.audit;

import fwq.common.recorded.RowReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Days of a park that does not exist, for those who have no recorded ones. The carousel's sign is
 * honest; the dragon's is padded; on the rapids half of the seats go to a fast lane that the sign
 * knows nothing of, and from 13:00 to 14:00 they are closed.
 */
final class MadeUpDays {
  private static final int OPENS = 9 * 60;
  private static final int CLOSES = 21 * 60;
  private static final int CLOSED_FROM = 13 * 60;
  private static final int CLOSED_TO = 14 * 60;
  private static final int SIGN_EVERY_MINUTES = 10;

  /** A ride: the wait at its busiest, and how many times as long the sign says it is. */
  private record Ride(String key, double busiest, double sign) {}

  private static final List<Ride> RIDES =
      List.of(
          new Ride("carousel", 25, 1), new Ride("dragon", 60, 1.45), new Ride("rapids", 40, 0.6));

  private MadeUpDays() {}

  /**
   * Rows in the order of their times.
   *
   * @param guests a day and ride
   */
  static List<Recorded> rows(int days, int guests, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Recorded> rows = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      long midnight =
          LocalDate.of(2024, 5, 1).plusDays(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
      for (Ride ride : RIDES) {
        day(ride, midnight, guests, chance, rows);
      }
    }
    rows.sort(Recording.ORDER);
    return rows;
  }

  private static void day(
      Ride ride, long midnight, int guests, SplittableRandom chance, List<Recorded> rows) {
    double full = 0.8 + 0.4 * chance.nextDouble();
    double now = 0;
    double[] waits = new double[CLOSES];
    for (int minute = OPENS; minute < CLOSES; minute++) {
      // Busy about 15:00; a line that is longer than usual stays so for an hour.
      double usual = Math.exp(-0.5 * Math.pow((minute - 15 * 60) / 200.0, 2));
      now += (chance.nextDouble() - 0.5) * 0.12 - now / 60;
      waits[minute] = ride.busiest() * full * usual * Math.exp(now) + 2;
    }
    for (int minute = OPENS; minute < CLOSES; minute += SIGN_EVERY_MINUTES) {
      double shown = 5 * Math.rint(waits[minute] * ride.sign() / 5);
      long at = midnight + minute * 60L + chance.nextInt(60);
      rows.add(new Recorded.Sign(at, ride.key(), isClosed(ride, minute) ? Double.NaN : shown));
    }
    for (int guest = 0; guest < guests; guest++) {
      int minute = OPENS + SIGN_EVERY_MINUTES + chance.nextInt(CLOSES - OPENS - 60);
      double waited = Math.rint(waits[minute] * (0.85 + 0.3 * chance.nextDouble()));
      if (!isClosed(ride, minute)) {
        rows.add(
            new Recorded.Guest(midnight + minute * 60L + chance.nextInt(60), ride.key(), waited));
      }
    }
  }

  private static boolean isClosed(Ride ride, int minute) {
    return ride.key().equals("rapids") && minute >= CLOSED_FROM && minute < CLOSED_TO;
  }

  /** The rows as a recording's lines. */
  static List<String> csv(List<Recorded> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(RowReader.HEADER);
    for (Recorded row : rows) {
      LocalDateTime at = LocalDateTime.ofEpochSecond(row.at(), 0, ZoneOffset.UTC);
      String waits =
          switch (row) {
            case Recorded.Sign sign -> minutes(sign.minutes()) + ",";
            case Recorded.Guest guest -> "," + minutes(guest.waited());
          };
      lines.add("%tFT%<tT,%s,%s".formatted(at, row.ride(), waits));
    }
    return lines;
  }

  private static String minutes(double minutes) {
    return Double.isNaN(minutes) ? "-999" : Long.toString(Math.round(minutes));
  }
}
