package fwq.web.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.web.history.History;
import fwq.web.history.History.RideMinute;
import fwq.web.history.Minute;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorDayTest {
  private static final long NOW = Instant.parse("2026-11-28T15:04:30Z").toEpochMilli();

  @TempDir private Path folder;

  @Test
  void minutesThatNobodySawAreNullSoThatNoLineIsDrawnOverThem() throws Exception {
    try (History history = History.open(folder.resolve(History.FILE))) {
      saw(history, "2026-11-27T23:59:00Z", 9, OptionalInt.of(90));
      saw(history, "2026-11-28T15:00:00Z", 5, OptionalInt.of(30));
      saw(history, "2026-11-28T15:03:00Z", 6, OptionalInt.empty());
      saw(history, "2026-11-28T15:04:00Z", 7, OptionalInt.of(35));
      long first = Instant.parse("2026-11-28T15:00:00Z").getEpochSecond();
      assertEquals(
          "{\"times\":[%d,%d,%d,%d,%d],\"inside\":[5,null,null,6,7],"
                  .formatted(first, first + 60, first + 120, first + 180, first + 240)
              + "\"waits\":[{\"name\":\"Carousel\",\"values\":[30,null,null,null,35]}]}",
          day(history));
    }
  }

  @Test
  void dayOfWhichNothingWasSeenIsEmpty() throws Exception {
    try (History history = History.open(folder.resolve(History.FILE))) {
      assertEquals(
          "{\"times\":[],\"inside\":[],\"waits\":[{\"name\":\"Carousel\",\"values\":[]}]}",
          day(history));
    }
  }

  private static void saw(History history, String minute, int inside, OptionalInt wait)
      throws Exception {
    long number = Instant.parse(minute).getEpochSecond() / 60;
    List<RideMinute> rides =
        List.of(
            new RideMinute(1, new Minute(number, wait.isPresent() ? "OPERATING" : "DOWN", wait)));
    history.save(0, number, inside, 100, rides);
  }

  private static String day(History history) throws Exception {
    Ride ride = new Ride(1, "carousel", "Carousel", Position.ofCell(21), 10, 20);
    ParkMap map =
        new ParkMap(7, 100, List.of(RideStatus.open(ride, 40, 35, NOW)), List.of(), List.of());
    MapFrame frame = new MapFrame(0, 1, 1, 1, NOW, map);
    return new String(new OperatorDay(history).of(frame), StandardCharsets.UTF_8);
  }
}
