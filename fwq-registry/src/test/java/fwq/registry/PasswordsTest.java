package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Few passwords are hashed at once, few wait, and the others are told. */
@Timeout(240)
final class PasswordsTest {
  private static final Secret PASSWORD = new Secret(Guest.PASSWORD);

  @TempDir private Path folder;

  @Test
  void passwordMatchesItsOwnHashOnly() throws Exception {
    try (Passwords passwords = new Passwords(OpenRegistry.CHEAP, new SecureRandom())) {
      Optional<String> hash = Optional.of(passwords.hash(PASSWORD));
      assertTrue(passwords.matches(PASSWORD, hash));
      assertFalse(passwords.matches(new Secret(Guest.PASSWORD + " "), hash));
      assertFalse(passwords.matches(PASSWORD, Optional.empty()));
    }
  }

  @Test
  void passwordIsTheSameHoweverItsLettersAndMarksWereTypedAndOldHashesStillMatch()
      throws Exception {
    Secret composed = new Secret("contrase\u00f1a de P\u00e9rez");
    Secret decomposed = new Secret("contrasen\u0303a de Pe\u0301rez");
    try (Passwords passwords = new Passwords(OpenRegistry.CHEAP, new SecureRandom())) {
      for (Secret first : List.of(composed, decomposed)) {
        Optional<String> hash = Optional.of(passwords.hash(first));
        assertTrue(passwords.matches(composed, hash));
        assertTrue(passwords.matches(decomposed, hash));
        assertFalse(passwords.matches(new Secret("contrasena de Perez"), hash));
      }
      String old =
          PasswordHash.of(
                  decomposed.reveal().getBytes(StandardCharsets.UTF_8),
                  OpenRegistry.CHEAP,
                  new SecureRandom(),
                  PasswordHash.memory(OpenRegistry.CHEAP))
              .phc();
      assertTrue(passwords.matches(decomposed, Optional.of(old)), "from before they were composed");
    }
  }

  @Test
  void whoComesWhenTheQueueIsFullIsToldAtOnceWhileProfilesAreStillRead() throws Exception {
    BlockedRandom random = new BlockedRandom();
    Passwords passwords = new Passwords(OpenRegistry.CHEAP, random, 1, 1);
    try (OpenRegistry registry = new OpenRegistry(folder, passwords);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Guest guest = registry.guest();
      guest.mustRegister("ana");
      LoggedIn login = guest.mustLogin("ana");

      random.block();
      Future<String> hashing = pool.submit(() -> passwords.hash(PASSWORD));
      random.awaitBlocked();
      // One hashes; one of the next two waits and the other finds no room.
      Future<String> second = pool.submit(() -> passwords.hash(PASSWORD));
      Future<String> third = pool.submit(() -> passwords.hash(PASSWORD));
      while (!second.isDone() && !third.isDone()) {
        Thread.onSpinWait();
      }
      ErrorReply known =
          assertInstanceOf(RegistryReply.Refused.class, guest.login("ana", Guest.PASSWORD)).error();
      assertEquals("BUSY", known.code());
      // One waits for some milliseconds' work, so the least there is.
      assertEquals(100, known.retryAfterMillis().orElseThrow());
      assertEquals(
          new RegistryReply.Refused(known),
          guest.login("nobody", Guest.PASSWORD),
          "an unknown one costs as much");
      guest.mustProfile(login.ticket());

      random.release();
      hashing.get();
      (second.state() == Future.State.FAILED ? third : second).get();
      guest.mustLogin("ana");
    }
  }

  @Test
  void retryIsAskedForWhenTheQueueWillBeDone() {
    long hash = 60_000_000;
    assertEquals(1_920, Passwords.retryAfterMillis(64, hash, 2));
    assertEquals(3_840, Passwords.retryAfterMillis(64, hash, 1));
    assertEquals(100, Passwords.retryAfterMillis(1, hash, 2));
    assertEquals(10_000, Passwords.retryAfterMillis(64, 100 * hash, 2));
  }

  @Test
  void hashOfAnotherCostIsOutdated() throws Exception {
    PasswordHash.Cost dearer = new PasswordHash.Cost(16, 1, 1);
    try (Passwords before = new Passwords(OpenRegistry.CHEAP, new SecureRandom());
        Passwords today = new Passwords(dearer, new SecureRandom())) {
      String old = before.hash(PASSWORD);
      assertTrue(today.isOutdated(old));
      assertTrue(today.matches(PASSWORD, Optional.of(old)));
      assertFalse(today.isOutdated(today.hash(PASSWORD)));
      assertFalse(before.isOutdated(old));
    }
  }

  @Test
  void whoWaitsWhenItClosesIsToldToo() throws Exception {
    BlockedRandom random = new BlockedRandom();
    Passwords passwords = new Passwords(OpenRegistry.CHEAP, random, 1, 1);
    random.block();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> hashing = pool.submit(() -> passwords.hash(PASSWORD));
      random.awaitBlocked();
      Future<String> waiting = pool.submit(() -> passwords.hash(PASSWORD));
      while (passwords.waiting() == 0) {
        Thread.onSpinWait();
      }
      passwords.close();
      ExecutionException e = assertThrows(ExecutionException.class, waiting::get);
      assertInstanceOf(BusyException.class, e.getCause());
      random.release();
      hashing.get();
      assertThrows(BusyException.class, () -> passwords.hash(PASSWORD));
    }
  }

  /** Lets a test hold a hash just where its salt is drawn. */
  private static final class BlockedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private transient volatile CountDownLatch reached;
    private transient volatile CountDownLatch released;

    void block() {
      reached = new CountDownLatch(1);
      released = new CountDownLatch(1);
    }

    void awaitBlocked() throws InterruptedException {
      reached.await();
    }

    void release() {
      released.countDown();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      CountDownLatch gate = released;
      if (gate != null) {
        reached.countDown();
        boolean interrupted = false;
        while (true) {
          try {
            gate.await();
            break;
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      super.nextBytes(bytes);
    }
  }
}
