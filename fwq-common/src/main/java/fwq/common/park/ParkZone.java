package fwq.common.park;

import fwq.kit.text.Escape;
import java.time.ZoneId;

/** The rule for a park's time zone: one that browsers know by the same name. */
public final class ParkZone {
  /** Until somebody says otherwise. */
  public static final ZoneId UTC = ZoneId.of("UTC");

  private static final int SHOWN_CHARACTERS = 40;

  private ParkZone() {}

  /** The zone of this name, such as {@code Europe/Madrid}. */
  public static ZoneId parse(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new IllegalArgumentException(
          "a time zone is such as Europe/Madrid or UTC, got " + Escape.of(text, SHOWN_CHARACTERS));
    }
    return ZoneId.of(text);
  }
}
