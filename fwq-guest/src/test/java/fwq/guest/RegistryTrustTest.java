package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.EngineKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.kit.frame.FrameServer;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RegistryTrustTest {
  private static final EngineKeys KEYS = EngineKeys.of(Keyring.of(SharedSecret.of(new byte[32])));

  private final Semaphore asked = new Semaphore(0);
  private volatile RegistryReply reply = new RegistryReply.Engines(KEYS, 61_000);
  private volatile Instant now = Instant.ofEpochMilli(1_000);

  private FrameServer server() throws Exception {
    FrameServer.Handler handler =
        (request, _) -> {
          RegistryCodec.readRequest(request);
          asked.release();
          return RegistryCodec.write(reply);
        };
    return new FrameServer(0, handler, FrameServer.Limits.DEFAULT);
  }

  private RegistryTrust trust(int port) {
    return new RegistryTrust(
        new RegistryClient(new HostPort("127.0.0.1", port), new Trust.Plaintext()), () -> now);
  }

  private void awaitAsked() throws InterruptedException {
    assertTrue(asked.tryAcquire(10, TimeUnit.SECONDS));
  }

  @Test
  void registryIsAskedOnceAndItsClockCounts() throws Exception {
    try (FrameServer server = server()) {
      RegistryTrust trust = trust(server.port());
      assertTrue(trust.now().keys().isEmpty());
      trust.learn();
      awaitAsked();
      assertEquals(KEYS, trust.now().keys());
      assertEquals(60_000, trust.now().clockAheadMillis());
      trust.doubted();
      now = now.plusSeconds(4);
      trust.doubted();
      assertEquals(0, asked.availablePermits(), "whatever is on the topic");
      now = now.plusSeconds(2);
      trust.doubted();
      awaitAsked();
    }
  }

  @Test
  void keysThatWereKnownAreKeptWhateverTheRegistrySaysLater() throws Exception {
    try (FrameServer server = server()) {
      RegistryTrust trust = trust(server.port()).learn();
      awaitAsked();
      reply = new RegistryReply.Engines(EngineKeys.NONE, 1);
      trust.learn();
      awaitAsked();
      assertEquals(KEYS, trust.now().keys());
      reply = new RegistryReply.Done();
      trust.learn();
      awaitAsked();
      assertEquals(KEYS, trust.now().keys());
    }
  }

  @Test
  void registryThatIsAwayIsAskedAgainWhenItIsBack() throws Exception {
    int port = FreePort.find();
    RegistryTrust trust = trust(port).learn();
    assertTrue(trust.now().keys().isEmpty());
    try (FrameServer _ =
        new FrameServer(
            port,
            (_, _) -> RegistryCodec.write(new RegistryReply.Engines(KEYS, 1)),
            FrameServer.Limits.DEFAULT)) {
      now = now.plusSeconds(6);
      trust.doubted();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (trust.now().keys().isEmpty() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(1_000_000);
      }
      assertEquals(KEYS, trust.now().keys());
    }
  }
}
