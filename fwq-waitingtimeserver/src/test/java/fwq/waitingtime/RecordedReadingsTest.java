package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.common.options.RidesFile;
import fwq.common.park.Ride;
import fwq.common.recorded.RecordedRow;
import fwq.common.recorded.RowReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days of a real park, which lie beside the project, in {@code ../shared/data}, or where {@code
 * -Dfwq.recorded-days} says: played as sensors do, sixty times as fast.
 */
class RecordedReadingsTest {
  private static final Path DATA =
      Path.of(
          System.getProperty(
              "fwq.recorded-days", System.getProperty("fwq.home", "..") + "/../shared/data"));

  private static final int SPEED = 60;

  /** A sensor says what stands again after so long at the latest. */
  private static final long TURN_MILLIS_MAX = 3_000;

  private final Map<String, RideReadings> byRide = new HashMap<>();
  private final Map<String, Long> keptBackAt = new HashMap<>();
  private int keptBack;
  private int lost;
  private int offset;

  @ParameterizedTest
  @ValueSource(strings = {"2018-12-27", "2021-09-01", "2021-10-10"})
  void noReadingOfADayIsKeptBack(String date) throws IOException {
    play(DATA.resolve("real-days/" + date + ".csv"));
    assertTrue(offset > 1_000, "there were readings");
    assertEquals(0, keptBack);
  }

  @Test
  void noReadingOfYearsIsLostThatStandsForThreeMinutes() throws IOException {
    play(DATA.resolve("history/history.csv.gz"));
    assertTrue(keptBack < offset / 1_000, keptBack + " of " + offset + " were kept back");
    assertEquals(0, lost);
  }

  private void play(Path file) throws IOException {
    assumeTrue(Files.exists(file), "there is no recorded day " + file);
    Map<String, Ride> rides =
        RidesFile.read(DATA.resolve("real-days/rides.csv")).of(0).stream()
            .collect(Collectors.toMap(Ride::key, Function.identity()));
    try (BufferedReader lines = open(file)) {
      RowReader reader = new RowReader(lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader
            .read(line)
            .filter(row -> rides.containsKey(row.ride()))
            .ifPresent(row -> hear(row, rides.get(row.ride())));
      }
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file),
            StandardCharsets.UTF_8));
  }

  /** At worst a sensor says it only once before the sign changes again. */
  private void hear(RecordedRow row, Ride ride) {
    if (row.sign() instanceof RecordedRow.Wait(double minutes)) {
      long now = row.at().toInstant(ZoneOffset.UTC).toEpochMilli() / SPEED;
      RideReadings before =
          byRide.computeIfAbsent(ride.key(), _ -> RideReadings.of(ride, Optional.empty()));
      if (before.keptBack().isPresent() && now - keptBackAt.get(ride.key()) >= TURN_MILLIS_MAX) {
        // It was said again meanwhile.
        before = before.hear(again(before.keptBack().get()));
        lost += before.keptBack().isPresent() ? 1 : 0;
      }
      int people = (int) Math.round(minutes * ride.capacity() / ride.cycleMinutes());
      RideReadings after = before.hear(reading(people, now));
      if (after.keptBack().isPresent()) {
        keptBackAt.put(ride.key(), now);
        keptBack++;
      }
      byRide.put(ride.key(), after);
    }
  }

  private HeardReading again(HeardReading reading) {
    return reading(reading.reading().people(), reading.madeAt().orElseThrow() + TURN_MILLIS_MAX);
  }

  private HeardReading reading(int people, long now) {
    return new HeardReading(
        new LastReading(people, now),
        OptionalLong.of(now),
        new HeardReading.Place(0, offset++, OptionalLong.empty()));
  }
}
