package fwq.trips.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.TripsError;
import fwq.kit.program.Metrics;
import fwq.trips.serving.Doorkeeper.Cost;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DoorkeeperTest {
  private Instant now = Instant.EPOCH;
  private final Doorkeeper door =
      new Doorkeeper("agency", 1, Doorkeeper.requests(Metrics.unserved()), () -> now);

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private int entered(int from, Cost cost, int attempts) {
    int entered = 0;
    for (int n = 0; n < attempts; n++) {
      entered += door.enter(address(from), cost).isEmpty() ? 1 : 0;
    }
    return entered;
  }

  @Test
  void addressMaySearchTenTimesAsOftenAsItMayBook() {
    assertEquals(20, entered(1, Cost.WRITE, 500));
    assertEquals(200, entered(1, Cost.READ, 500));
    assertEquals(20, entered(2, Cost.WRITE, 500), "another address has its own");
  }

  @Test
  void whoHasToWaitIsToldHowLong() {
    assertEquals(20, entered(1, Cost.WRITE, 20));
    NotDone no = door.enter(address(1), Cost.WRITE).orElseThrow();
    assertTrue(no.error().is(TripsError.TOO_MANY_REQUESTS));
    now = now.plusMillis(no.error().retryAfterMillis().orElseThrow());
    assertEquals(Optional.empty(), door.enter(address(1), Cost.WRITE));
  }
}
