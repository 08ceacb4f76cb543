package fwq.engine;

import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.RIDES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.kit.tls.Identity;
import fwq.kit.tls.KeyPin;
import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WaitsPollerTest {
  private static final byte[] GOOD = WaitsCodec.write((WaitsReply) new WaitsReply.Waits(RIDES));
  private static final FrameServer.Limits LIMITS =
      new FrameServer.Limits(10, Duration.ofSeconds(30), Duration.ofSeconds(5));

  private final Stop stop = new Stop();

  private WaitsPoller poller(int port) {
    return poller(port, new Trust.Plaintext());
  }

  private WaitsPoller poller(int port, Trust trust) {
    WaitsPoller waits =
        new WaitsPoller(
            new HostPort("127.0.0.1", port),
            trust,
            WaitsPoller.OurKey.NONE,
            stop,
            () -> Instant.ofEpochMilli(NOW));
    waits.parks(Set.of(0));
    return waits;
  }

  @Test
  void emptyAnswerDoesNotWipeTheRides() throws BadMessageException {
    WaitsPoller waits = poller(1);
    waits.take(0, GOOD);
    waits.take(0, WaitsCodec.write((WaitsReply) new WaitsReply.Waits(List.of())));
    assertEquals(RIDES, waits.rides(0, NOW));
  }

  @Test
  void errorAndGarbageDoNotWipeTheRides() throws BadMessageException {
    WaitsPoller waits = poller(1);
    waits.take(0, GOOD);
    waits.take(
        0,
        WaitsCodec.write(
            (WaitsReply) WaitsReply.Refused.of(ErrorCode.UNAVAILABLE, "the disk is full")));
    byte[] half = Arrays.copyOf(GOOD, GOOD.length / 2);
    for (byte[] garbage : List.of(half, new byte[0], "[]".getBytes(UTF_8), new byte[9])) {
      assertThrows(BadMessageException.class, () -> waits.take(0, garbage));
    }
    assertEquals(RIDES, waits.rides(0, NOW));
  }

  @Test
  void ridesWithTheSameWaitAreBothKept() throws BadMessageException {
    WaitsPoller waits = poller(1);
    waits.take(0, GOOD);
    assertEquals(2, waits.rides(0, NOW).size());
  }

  @Test
  void waitsAreBelievedForEightSecondsAndThenThereIsNoData() throws BadMessageException {
    WaitsPoller waits = poller(1);
    assertEquals(List.of(), waits.rides(0, NOW), "nothing is known before the first answer");
    waits.take(0, GOOD);
    assertEquals(RIDES, waits.rides(0, NOW + 7_999));
    List<RideStatus> old = waits.rides(0, NOW + 8_000);
    assertEquals(2, old.size());
    for (RideStatus ride : old) {
      assertEquals(RideState.NO_DATA, ride.state());
      assertTrue(ride.waitMinutes().isEmpty());
    }
  }

  @Test
  void clockThatIsSetBackMakesNoOldWaitLookLive() throws BadMessageException {
    WaitsPoller waits = poller(1);
    waits.take(0, GOOD);
    assertEquals(RideState.NO_DATA, waits.rides(0, NOW - 3_600_000).getFirst().state());
  }

  @Test
  void serverThatMisbehavesClosesAndComesBackIsAskedAgain() throws Exception {
    Semaphore asked = new Semaphore(0);
    FrameServer bad =
        new FrameServer(
            0,
            (request, from) -> {
              asked.release();
              return "garbage".getBytes(UTF_8);
            },
            LIMITS);
    WaitsPoller waits = poller(bad.port());
    Thread thread = Thread.ofPlatform().daemon().start(waits);
    try {
      assertTrue(asked.tryAcquire(2, 20, TimeUnit.SECONDS), "garbage does not end the poller");
      bad.close();
      try (FrameServer _ = good(bad.port(), asked)) {
        awaitRides(waits, asked);
      }
    } finally {
      stop.request();
      thread.join(Duration.ofSeconds(10));
      assertFalse(thread.isAlive(), "the poller ends when stop is requested");
    }
  }

  @Test
  void parkThatIsGivenUpIsForgottenAndALateAnswerToo() throws BadMessageException {
    WaitsPoller waits = poller(1);
    waits.parks(Set.of(0, 3));
    waits.take(0, GOOD);
    waits.take(3, GOOD);
    waits.parks(Set.of(0));
    waits.take(3, GOOD);
    waits.parks(Set.of(0, 3));
    assertEquals(List.of(), waits.rides(3, NOW));
    assertEquals(RIDES, waits.rides(0, NOW));
  }

  @Test
  void eachParkIsAskedForOverOneConnectionAsSoonAsItIsHeld() throws Exception {
    Semaphore asked = new Semaphore(0);
    byte[] other = WaitsCodec.write((WaitsReply) new WaitsReply.Waits(RIDES.subList(0, 1)));
    try (FrameServer server =
        new FrameServer(
            0,
            (request, from) -> {
              asked.release();
              return WaitsCodec.readRequest(request).park() == 3 ? other : GOOD;
            },
            new FrameServer.Limits(1, Duration.ofSeconds(30), Duration.ofSeconds(5)))) {
      WaitsPoller waits = poller(server.port());
      waits.parks(Set.of());
      Thread thread = Thread.ofPlatform().daemon().start(waits);
      try {
        assertTrue(asked.tryAcquire(20, TimeUnit.SECONDS), "the server is known before a park is");
        assertEquals(List.of(), waits.rides(0, NOW));
        waits.parks(Set.of(0));
        awaitRides(waits, asked);
        assertEquals(List.of(), waits.rides(3, NOW));
        long begun = System.nanoTime();
        waits.parks(Set.of(0, 3));
        while (!waits.rides(3, NOW).equals(RIDES.subList(0, 1))) {
          assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20), "not asked for");
          boolean _ = asked.tryAcquire(10, TimeUnit.MILLISECONDS);
        }
        assertEquals(RIDES, waits.rides(0, NOW));
      } finally {
        stop.request();
        thread.join(Duration.ofSeconds(10));
        assertFalse(thread.isAlive(), "the poller ends when stop is requested");
      }
    }
  }

  /** Who stands in its place is not believed, though it answers as the right one would. */
  @Test
  void serverIsKnownByItsKeyAndOneWithAnotherSaysNothing(@TempDir Path folder) throws Exception {
    Semaphore asked = new Semaphore(0);
    Identity right = identity(folder, "right");
    List<String> told = new CopyOnWriteArrayList<>();
    Trust known = new Trust.FirstUse(new KnownHosts(folder.resolve("known_hosts")), told::add);
    int port;
    try (FrameServer server = good(0, asked, right)) {
      port = server.port();
      WaitsPoller waits = poller(port, known);
      Thread.ofPlatform().daemon().start(waits);
      awaitRides(waits, asked);
      assertEquals(1, told.size(), "the first is believed and noted");
    }
    Semaphore met = new Semaphore(0);
    FrameServer.Handler impostor =
        new FrameServer.Handler() {
          @Override
          public byte[] reply(byte[] request, InetAddress from) {
            asked.release();
            return GOOD;
          }

          @Override
          public FrameServer.Handler forConnection(Optional<KeyPin> key) {
            met.release();
            return this;
          }
        };
    asked.drainPermits();
    try (FrameServer _ =
        new FrameServer(port, impostor, LIMITS, Optional.of(identity(folder, "wrong").tls()))) {
      assertTrue(met.tryAcquire(2, 20, TimeUnit.SECONDS), "it is met again and again");
      assertEquals(0, asked.availablePermits(), "and nothing is asked of it");
    } finally {
      stop.request();
    }
  }

  private static Identity identity(Path folder, String name) throws IOException {
    return Identity.open(
        folder,
        new Identity.Server(name, List.of("localhost"), Duration.ofDays(365)),
        Instant.now(),
        new SecureRandom());
  }

  @Test
  void pollerWithoutAParkEndsWhenTheEndIsWished() throws Exception {
    WaitsPoller waits = poller(1);
    waits.parks(Set.of());
    Thread thread = Thread.ofPlatform().daemon().start(waits);
    stop.request();
    assertTrue(thread.join(Duration.ofSeconds(10)));
  }

  private static FrameServer good(int port, Semaphore asked) throws IOException {
    return good(port, asked, null);
  }

  private static FrameServer good(int port, Semaphore asked, Identity identity) throws IOException {
    return new FrameServer(
        port,
        (request, from) -> {
          assertEquals("{\"type\":\"waits\"}", new String(request, UTF_8));
          asked.release();
          return GOOD;
        },
        LIMITS,
        Optional.ofNullable(identity).map(Identity::tls));
  }

  private static void awaitRides(WaitsPoller waits, Semaphore asked) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!waits.rides(0, NOW).equals(RIDES)) {
      assertTrue(System.nanoTime() < deadline, "no waits came");
      boolean _ = asked.tryAcquire(10, TimeUnit.MILLISECONDS);
    }
  }
}
