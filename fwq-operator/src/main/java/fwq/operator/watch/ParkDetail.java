package fwq.operator.watch;

import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.guest.RideLabels;
import fwq.tui.Canvas;
import fwq.tui.Ink;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Draws one park's numbers: its guests and waits over time, its engine. Pure. */
final class ParkDetail {
  /**
   * Name, guests over time, ownership, frame, and a blank one, or food carts where they are known.
   */
  private static final int HEAD_ROWS = 5;

  /** A bar's height where all waits are short. */
  private static final int WAIT_MINUTES = 60;

  /** A span such as {@code last 10 min}, and a blank before it. */
  private static final int SPAN_COLUMNS = 12;

  private static final int NAME_COLUMNS = 14;
  private static final int NAME_COLUMNS_WIDE = 26;
  private static final int WIDE_COLUMNS = 60;
  private static final int WAIT_COLUMNS = 8;

  private ParkDetail() {}

  /** How many rows show so many rides, with a blank one at the end. */
  static int rows(int rides) {
    return HEAD_ROWS + (rides == 0 ? 0 : 1 + rides + 1);
  }

  /** Draws as much as the rows, at least {@value #HEAD_ROWS}, have room for. */
  static void draw(
      Canvas canvas, int top, int left, int width, int rows, WatchedPark park, long now) {
    canvas.putShort(top, left, left + width, "Park " + park.number(), Ink.STRONG);
    if (park.frame().isEmpty()) {
      return;
    }
    MapFrame frame = park.frame().get();
    boolean live = park.state(now) == WatchedPark.State.LIVE;
    String inside = (live ? "" : "last ") + WatchView.inside(frame.map());
    canvas.putRight(top, left + width, inside, live ? Ink.STRONG : Ink.FAINT);
    drawGuests(canvas, top + 1, left, width, park, now);
    canvas.putShort(top + 2, left, left + width, ownership(park, frame, now), Ink.PLAIN);
    canvas.putShort(top + 3, left, left + width, frame(park, now), Ink.PLAIN);
    frame
        .map()
        .carts()
        .ifPresent(it -> canvas.putShort(top + 4, left, left + width, carts(it), Ink.PLAIN));
    if (rows > HEAD_ROWS + 2) {
      drawRides(canvas, top + HEAD_ROWS, left, width, rows - HEAD_ROWS - 2, park, frame.map(), now);
    }
  }

  /**
   * Guests over time in their own range, which stands before it: a few in a large park show, too.
   */
  private static void drawGuests(
      Canvas canvas, int row, int left, int width, WatchedPark park, long now) {
    int most = width - SPAN_COLUMNS;
    int age = park.inside().age(now);
    int[] all = park.inside().steps(now, most, Sparkline.step(age, most));
    int columns = most - Sparkline.Range.of(all).words().length() - 1;
    int step = Sparkline.step(age, columns);
    int[] guests = park.inside().steps(now, columns, step);
    Sparkline.Range range = Sparkline.Range.of(guests);
    int begin = left + most - columns;
    canvas.putShort(row, left, begin, range.words(), Ink.FAINT);
    canvas.putShort(row, begin, left + most, Sparkline.within(range, guests), Ink.ACCENT);
    canvas.putRight(row, left + width, span(columns, step), Ink.FAINT);
  }

  private static String ownership(WatchedPark park, MapFrame frame, long now) {
    OptionalLong ownership = park.ownership(now);
    return "epoch "
        + frame.epoch()
        + (ownership.isPresent() ? " for " + Span.of(ownership.getAsLong()) : "");
  }

  /** Such as {@code 3 carts, 45 pieces · 1 fugitive}. */
  private static String carts(FoodCarts all) {
    long pieces = all.carts().stream().mapToLong(CartSpot::stock).sum();
    return count(all.carts().size(), "cart")
        + (all.carts().isEmpty() ? "" : ", " + count(pieces, "piece"))
        + (all.fugitives().isEmpty() ? "" : " · " + count(all.fugitives().size(), "fugitive"));
  }

  private static String count(long number, String of) {
    return String.format(Locale.ROOT, "%,d %s%s", number, of, number == 1 ? "" : "s");
  }

  private static String frame(WatchedPark park, long now) {
    if (park.standstillMillis(now) > 0) {
      return "the park has not moved for "
          + Span.of(park.standstillMillis(now))
          + " · lag "
          + park.lag().getAsLong();
    }
    String lag =
        park.lag().isEmpty()
            ? ""
            : " · lag "
                + park.lag().getAsLong()
                + (park.lag().getAsLong() == 1 ? " record" : " records");
    return "frame " + Span.of(park.frameAge(now)) + " old" + lag;
  }

  /**
   * Draws the rides by id, so that none moves while one looks.
   *
   * @param rows how many rides there is room for
   */
  private static void drawRides(
      Canvas canvas,
      int top,
      int left,
      int width,
      int rows,
      WatchedPark park,
      ParkMap map,
      long now) {
    boolean live = park.state(now) == WatchedPark.State.LIVE;
    int wait = left + 2 + (width >= WIDE_COLUMNS ? NAME_COLUMNS_WIDE : NAME_COLUMNS) + WAIT_COLUMNS;
    int columns = left + width - wait - 1;
    List<RideStatus> rides =
        map.rides().stream().sorted(Comparator.comparingInt(it -> it.ride().id())).toList();
    int shown = rides.size() <= rows ? rides.size() : rows - 1;
    int age = rides.stream().mapToInt(it -> park.waits(it.ride().id()).age(now)).max().orElse(0);
    int step = Sparkline.step(age, columns);
    int full =
        rides.stream()
            .mapToInt(it -> park.waits(it.ride().id()).highest(now, columns, step))
            .reduce(WAIT_MINUTES, Math::max);
    canvas.putShort(top, left + 2, wait, "Ride", Ink.FAINT);
    canvas.putRight(top, wait, "wait", Ink.FAINT);
    canvas.putRight(top, left + width, span(columns, step), Ink.FAINT);
    RideLabels labels = new RideLabels(map);
    int row = top + 1;
    for (RideStatus heard : rides.subList(0, shown)) {
      // What nobody vouches for any more is not shown as live.
      RideStatus ride = live ? heard : heard.stale();
      Ink.Tone tone = RideMap.tone(ride);
      canvas.put(row, left, labels.letter(ride), Ink.block(tone));
      canvas.putShort(row, left + 2, wait - WAIT_COLUMNS, ride.ride().name(), Ink.PLAIN);
      canvas.putRight(row, wait, wait(ride), Ink.text(tone));
      int[] waits = park.waits(ride.ride().id()).steps(now, columns, step);
      canvas.put(row, wait + 1, left + width, Sparkline.of(waits, full), Ink.text(tone));
      row++;
    }
    if (shown < rides.size()) {
      canvas.putShort(
          row, left + 2, left + width, "and " + (rides.size() - shown) + " more", Ink.FAINT);
    }
  }

  /** Such as {@code 25 min}, or why there is no wait to tell. */
  private static String wait(RideStatus ride) {
    return switch (ride.state()) {
      case OPEN -> ride.waitMinutes().orElseThrow() + " min";
      case NO_DATA -> "no data";
      case DOWN -> "down";
      case CLOSED -> "closed";
    };
  }

  /** How far back so many columns go, such as {@code last 39 s}. */
  private static String span(int columns, int step) {
    return "last " + Span.of(Math.min(columns * step, Series.SECONDS_MAX) * 1_000L);
  }
}
