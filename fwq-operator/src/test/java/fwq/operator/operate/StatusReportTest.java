package fwq.operator.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.DayHours;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StatusReportTest {
  /** Ten in the morning in Madrid, on Friday 27 November 2026. */
  private static final long NOW = 1_795_770_000_000L;

  @Test
  void allThatAnOperatorAsksForIsInIt() {
    OpeningHours hours = OpeningHours.ALWAYS;
    for (DayOfWeek day : DayOfWeek.values()) {
      hours =
          hours.with(
              day, day == DayOfWeek.SUNDAY ? DayHours.CLOSED : DayHours.parse("09:30-20:00"));
    }
    hours = hours.with(LocalDate.of(2026, 12, 24), DayHours.parse("10:00-14:00"));
    ParkSign sign =
        new ParkSign(
            false,
            Optional.of("Storm"),
            Optional.of("Fun Park"),
            ZoneId.of("Europe/Madrid"),
            hours);
    List<RideStatus> rides =
        List.of(
            RideStatus.without(
                    RideTable.DEFAULT.getFirst(), RideState.NO_DATA, OptionalLong.empty())
                .stopped(RideState.DOWN, Optional.of("Chain")),
            RideStatus.without(RideTable.DEFAULT.get(1), RideState.NO_DATA, OptionalLong.empty()));
    SaidWord said =
        new SaidWord(
            NOW,
            "boss",
            NOW,
            new OperatorWord.Gate(false, Optional.of("Storm")),
            SaidWord.Outcome.DONE);
    SaidWord refused =
        new SaidWord(NOW, "eva", NOW, new OperatorWord.Clear(), SaidWord.Outcome.IDLE);
    assertEquals(
        """
        park 0 (Fun Park) is closed (Storm), 0 of 50 guests inside
        hours (Europe/Madrid): mon-sat 09:30-20:00; sun closed; 2026-12-24 10:00-14:00
        closes Fri 27.11. 20:00:00
        ride 0 (Carousel) is down: Chain
        ride 1 (Ferris Wheel) is without a reading
        Fri 27.11. 10:00:00 boss: close
        Fri 27.11. 10:00:00 eva: clear, refused: IDLE""",
        String.join(
            "\n",
            StatusReport.lines(
                0,
                new ParkMap(0, 50, rides, List.of(), List.of()).with(sign),
                List.of(said, refused),
                NOW)));
  }

  @Test
  void parkThatNobodySaidAnythingOfIsOpenDayAndNight() {
    assertEquals(
        List.of("park 3 is open, 0 of 0 guests inside", "hours (UTC): day and night"),
        StatusReport.lines(3, ParkMap.EMPTY, List.of(), NOW));
  }
}
