package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.Frames;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry keeps its feet whatever comes over the wire. */
final class RegistryFramesTest {
  @TempDir private Path folder;
  private OpenRegistry registry;

  @BeforeEach
  void open() throws Exception {
    registry = new OpenRegistry(folder);
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  @Test
  void requestMayArriveOneByteAtATime() throws Exception {
    Guest guest = registry.guest();
    for (byte one : Guest.frame(registration("ana"))) {
      guest.send(new byte[] {one});
    }
    assertInstanceOf(Done.class, guest.receive().orElseThrow());
  }

  @Test
  void tenRequestsInOneWriteGetTenRepliesInOrder() throws Exception {
    Guest guest = registry.guest();
    guest.mustRegister("ana");
    Secret ticket = guest.mustLogin("ana").ticket();
    ByteArrayOutputStream burst = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      burst.write(Guest.frame(registration("guest" + i)));
      burst.write(Guest.frame(RegistryCodec.write(new RegistryRequest.Profile(ticket))));
    }
    guest.send(burst.toByteArray());
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(Done.class, guest.receive().orElseThrow());
      assertInstanceOf(ProfileOf.class, guest.receive().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, Frames.FRAME_BYTES_MAX + 1})
  void impossibleLengthIsRefusedAndOthersAreServed(int length) throws Exception {
    Guest guest = registry.guest();
    guest.send(ByteBuffer.allocate(4).putInt(length).array());
    assertEquals(ErrorCode.BAD_REQUEST, Guest.code(guest.receive().orElseThrow()));
    assertTrue(guest.receive().isEmpty(), "the connection closes");
    registry.guest().mustRegister("ana");
  }

  @Test
  void whoSendsTooMuchStillReadsWhy() throws Exception {
    Guest guest = registry.guest();
    int length = Frames.FRAME_BYTES_MAX + 1;
    guest.send(ByteBuffer.allocate(4 + length).putInt(length).array());
    assertEquals(ErrorCode.BAD_REQUEST, Guest.code(guest.receive().orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{",
        "[]",
        "null",
        "{}",
        "{\"type\":null}",
        "{\"type\":7}",
        "{\"type\":\"waits\"}",
        "{\"type\":\"REGISTER\"}",
        "{\"type\":\"login\"}",
        "{\"type\":\"login\",\"alias\":\"ana\",\"password\":-1}",
        "{\"type\":\"login\",\"alias\":[\"ana\"],\"password\":\"x\"}",
        "{\"type\":\"login\",\"type\":\"register\",\"alias\":\"a\",\"password\":\"x\"}",
        "{\"type\":\"\\ud83d\"}",
        "{\"type\":\"register\",\"alias\":\"ana\",\"name\":\"\\ud83d\",\"email\":\"\",\"password\":\"\"}",
        "register ana Pepe Luis"
      })
  void whatIsNoRequestIsRefusedAndOthersAreServed(String text) throws Exception {
    Guest guest = registry.guest();
    guest.send(Guest.frame(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(ErrorCode.BAD_REQUEST, Guest.code(guest.receive().orElseThrow()));
    assertTrue(guest.receive().isEmpty(), "the connection closes");
    registry.guest().mustRegister("ana");
  }

  @Test
  void fieldsThisVersionDoesNotKnowAreIgnored() throws Exception {
    Guest guest = registry.guest();
    guest.mustRegister("ana");
    String login =
        "{\"type\":\"login\",\"alias\":\"ana\",\"password\":\""
            + Guest.PASSWORD
            + "\",\"new\":[1]}";
    guest.send(Guest.frame(login.getBytes(StandardCharsets.UTF_8)));
    assertInstanceOf(LoggedIn.class, guest.receive().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 10})
  void whoFallsSilentInsideARequestIsDropped(int bytes) throws Exception {
    Guest guest = registry.guest();
    byte[] start = new byte[bytes];
    System.arraycopy(Guest.frame(registration("ana")), 0, start, 0, bytes);
    long begin = System.nanoTime();
    guest.send(start);
    assertTrue(guest.receive().isEmpty(), "the connection closes");
    long waited = System.nanoTime() - begin;
    assertTrue(waited < Duration.ofSeconds(5).toNanos(), "after " + waited + " ns");
  }

  @Test
  void whoTricklesBytesIsDroppedToo() throws Exception {
    Guest guest = registry.guest();
    try (ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor()) {
      guest.send(ByteBuffer.allocate(4).putInt(Frames.FRAME_BYTES_MAX).array());
      Future<?> bytes =
          trickle.scheduleAtFixedRate(() -> trickleOneByte(guest), 0, 20, TimeUnit.MILLISECONDS);
      assertTrue(isClosed(guest), "the connection closes");
      bytes.cancel(false);
    }
  }

  @Test
  void tenThousandDamagedRequestsHarmNobody() throws Exception {
    Guest ana = registry.guest();
    ana.mustRegister("ana");
    Secret ticket = ana.mustLogin("ana").ticket();
    List<byte[]> good =
        List.of(
            registration("eve"),
            RegistryCodec.write(new RegistryRequest.Login("ana", new Secret("wrong password"))),
            RegistryCodec.write(new RegistryRequest.Profile(ticket)),
            RegistryCodec.write(new RegistryRequest.Logout(new Secret("no ticket"))));
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    Guest eve = registry.stranger();
    for (int i = 0; i < 10_000; i++) {
      byte[] damaged = damage(good.get(random.nextInt(good.size())), random);
      try {
        eve.send(random.nextInt(50) == 0 ? damaged : Guest.frame(damaged));
        if (eve.receive().isPresent()) {
          continue;
        }
      } catch (BadMessageException e) {
        throw new AssertionError("-Dfwq.seed=" + seed + ": a reply that nobody can read", e);
      } catch (IOException e) {
        // The registry hung up on what is no request.
      }
      eve.close();
      eve = registry.stranger();
    }
    eve.close();
    // On a new connection: ana's may be over, as that of anybody who says nothing for so long.
    assertEquals("Pepe Luis", registry.guest().mustProfile(ticket).name());
    registry.guest().mustRegister("somebody");
  }

  /** Noise, or a request with some bytes turned, cut off, doubled or put in. */
  private static byte[] damage(byte[] request, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      byte[] noise = new byte[random.nextInt(1, 300)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = request.clone();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int where = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[where] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, where + 1);
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
          System.arraycopy(bytes, where, longer, where + 1, bytes.length - where);
          bytes = longer;
        }
      }
    }
    return bytes;
  }

  private static void trickleOneByte(Guest guest) {
    try {
      guest.send(new byte[] {' '});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClosed(Guest guest) throws Exception {
    try {
      return guest.receive().isEmpty();
    } catch (SocketException e) {
      // Bytes that were on their way turn the end into a reset.
      return true;
    }
  }

  @Test
  void whoLeavesBeforeTheReplyOrInsideARequestHarmsNobody() throws Exception {
    for (int i = 0; i < 2 * OpenRegistry.LIMITS.connectionsMax(); i++) {
      try (Guest guest = registry.guest()) {
        byte[] frame = Guest.frame(registration("guest" + i));
        guest.send(i % 2 == 0 ? frame : new byte[] {0, 0});
      }
    }
    registry.guest().mustRegister("ana");
  }

  private static byte[] registration(String alias) {
    return RegistryCodec.write(
        new RegistryRequest.Register(
            alias, "Pepe Luis", "pepe@example.org", new Secret(Guest.PASSWORD), Optional.empty()));
  }
}
