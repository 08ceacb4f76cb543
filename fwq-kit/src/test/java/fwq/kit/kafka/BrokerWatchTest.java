package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import fwq.kit.program.Logged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BrokerWatchTest {
  private final BrokerWatch watch = new BrokerWatch(new HostPort("10.0.0.7", 9092));

  @Test
  void absenceAndReturnAreToldOnceEach() {
    List<String> lines =
        Logged.during(
            () -> {
              assertTrue(watch.isThere(1, 0));
              for (long now = 100; now < 1_000; now += 100) {
                assertTrue(watch.isThere(0, now), "a short gap is no absence");
              }
              for (long now = 1_000; now < 60_000; now += 100) {
                assertFalse(watch.isThere(0, now));
              }
              for (long now = 60_000; now < 70_000; now += 100) {
                assertTrue(watch.isThere(2, now));
              }
            });
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains("the broker at 10.0.0.7:9092 is away"));
    assertTrue(lines.getLast().endsWith("the broker at 10.0.0.7:9092 is back"));
  }

  @Test
  void clockThatIsSetBackProlongsNoGrace() {
    assertTrue(watch.isThere(1, 3_600_000));
    assertTrue(watch.isThere(0, 0));
    assertFalse(watch.isThere(0, 1_000));
  }

  @Test
  void brokerThatWasNeverThereIsToldAfterAMoment() {
    List<String> lines =
        Logged.during(
            () -> {
              assertTrue(watch.isThere(Map.of(), 5_000));
              assertTrue(watch.isThere(Map.of(), 5_999));
              assertFalse(watch.isThere(Map.of(), 6_000));
            });
    assertEquals(1, lines.size(), lines.toString());
  }

  @Test
  void replacedConnectionIsNotTold() {
    List<String> lines =
        Logged.during(
            () -> {
              for (long now = 0; now < 60_000; now += 900) {
                assertTrue(watch.isThere((double) (now / 900 % 2), now));
              }
            });
    assertEquals(List.of(), lines);
  }
}
