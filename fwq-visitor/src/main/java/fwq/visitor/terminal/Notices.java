package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.RideStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Pure: what the park's operators tell its guests, a sentence each. */
final class Notices {
  private static final long DAY_MILLIS = 86_400_000;

  private Notices() {}

  /**
   * The park's own before the rides'.
   *
   * @param now epoch milliseconds
   */
  static List<String> of(Texts texts, ParkMap map, long now) {
    List<String> sentences = new ArrayList<>();
    ParkSign sign = map.sign();
    OptionalLong change = sign.open() ? sign.closesNext(now) : sign.opensNext(now);
    String when = change.isPresent() ? time(texts, sign, change.getAsLong(), now) : "";
    if (!sign.open()) {
      sentences.add(
          sign.reason()
              .map(why -> texts.of("notice.closedWhy", why))
              .orElse(texts.of("notice.closed")));
    }
    if (change.isPresent()) {
      sentences.add(sign.open() ? texts.of("notice.closes", when) : texts.of("notice.opens", when));
    }
    for (RideStatus ride : map.rides()) {
      ride.reason()
          .ifPresent(why -> sentences.add(texts.of("notice.ride", ride.ride().name(), why)));
    }
    return sentences;
  }

  /** By the park's clocks, since guests may come from elsewhere. */
  private static String time(Texts texts, ParkSign sign, long at, long now) {
    String time = texts.time(at, sign.zone(), at - now >= DAY_MILLIS);
    return texts.of("notice.zone", time, sign.zone().getId());
  }
}
