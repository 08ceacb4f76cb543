package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program has of the keys while somebody replaces them. */
final class LiveKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] EVENT = {1, 2, 3};

  @TempDir private Path data;
  private Instant now = Instant.parse("2026-11-28T08:00:00Z");
  private ParkKeys keys;
  private LiveKeys live;

  @BeforeEach
  void open() {
    keys = ParkKeys.in(data);
    live = new LiveKeys(keys, () -> now);
  }

  @AfterEach
  void close() {
    live.close();
  }

  private void rotate(KeyPurpose purpose) throws Exception {
    keys.rotate(purpose, now.plus(ParkKeys.LEAD), now, RANDOM);
  }

  @Test
  void newKeyIsFoundAndTheOldOneForgottenInItsTime() throws Exception {
    Supplier<Keyring> ring = live.ring(KeyPurpose.TICKET);
    String first = ring.get().toString();
    rotate(KeyPurpose.TICKET);
    live.look();
    assertEquals(2, ring.get().keys().size());
    Keyring both = ring.get();
    live.look();
    assertSame(both, ring.get(), "nothing is read again that is as it was");
    now = now.plus(ParkKeys.LEAD).plus(Session.LIFETIME);
    live.look();
    assertEquals(1, ring.get().keys().size());
    assertFalse(ring.get().toString().equals(first));
  }

  @Test
  void whoeverWantsToKnowIsToldOfOtherKeysOnce() throws Exception {
    List<Keyring> told = new ArrayList<>();
    Supplier<Keyring> ring = live.ring(KeyPurpose.SENSOR, told::add);
    live.look();
    assertEquals(List.of(), told);
    rotate(KeyPurpose.SENSOR);
    live.look();
    live.look();
    assertEquals(List.of(ring.get()), told);
  }

  @Test
  void keysInAFileThatAProgramWasGivenAreFoundAnewToo() throws Exception {
    Keyring all = keys.load(KeyPurpose.SENSOR, now, RANDOM);
    KeyringFile file = new KeyringFile(data.resolve("given.key"));
    file.replace(all.map(secret -> SensorKey.ofRide(secret, 0, 7)));
    Supplier<Keyring> given = live.ring(KeyPurpose.SENSOR, file);
    rotate(KeyPurpose.SENSOR);
    file.replace(
        keys.load(KeyPurpose.SENSOR, now, RANDOM).map(secret -> SensorKey.ofRide(secret, 0, 7)));
    live.look();
    assertEquals(2, given.get().keys().size());
  }

  @Test
  void programGoesOnWithWhatItHasWhileTheFileCannotBeRead() throws Exception {
    Supplier<Keyring> ring = live.ring(KeyPurpose.SESSION);
    Keyring before = ring.get();
    Path file = keys.file(KeyPurpose.SESSION).file();
    String text = Files.readString(file);
    Files.writeString(file, "half a li");
    live.look();
    assertSame(before, ring.get());
    Files.delete(file);
    live.look();
    assertSame(before, ring.get());
    Files.writeString(file, text);
    live.look();
    assertEquals(before.toString(), ring.get().toString());
  }

  @Test
  void guestsRegistryAndConsoleAreHeardBeforeAndAfterARotation() throws Exception {
    VisitKeys engines = live.forVisits();
    Session early = new Session("ana", now.toEpochMilli(), now.toEpochMilli() + 1_000_000);
    byte[] ofAna = engines.keyOf(early).sign(0, EVENT);
    byte[] ofRegistry = registry().sign(0, EVENT);
    byte[] ofConsole = engines.signAsConsole(0, EVENT, now);
    for (KeyPurpose each : VisitKeys.PURPOSES) {
      rotate(each);
    }
    live.look();
    now = now.plus(ParkKeys.LEAD);
    Session late = new Session("ben", now.toEpochMilli(), now.toEpochMilli() + 1_000_000);
    assertTrue(engines.keyOf(early).verify(0, EVENT, ofAna));
    assertFalse(engines.secretOf(late) == engines.secretOf(early));
    assertTrue(engines.isRegistrys(0, EVENT, ofRegistry));
    assertTrue(engines.isConsoles(0, EVENT, ofConsole));
    assertTrue(engines.isRegistrys(0, EVENT, registry().sign(0, EVENT)), "the new one");
    assertTrue(engines.isConsoles(0, EVENT, engines.signAsConsole(0, EVENT, now)));
    assertFalse(engines.isRegistrys(0, EVENT, ofConsole));
    assertFalse(engines.isConsoles(0, EVENT, ofRegistry));
    assertTrue(engines.reachBackTo(now.minusSeconds(10)));
    now = now.plus(KeyPurpose.REVOCATION.lives());
    live.look();
    assertFalse(engines.isRegistrys(0, EVENT, ofRegistry), "forgotten");
    assertFalse(engines.reachBackTo(now.minus(KeyPurpose.REVOCATION.lives()).minusSeconds(1)));
  }

  private RegistryKey registry() throws Exception {
    Keyring ring = keys.file(KeyPurpose.REVOCATION).read();
    return RegistryKey.derive(ring.at(now).secret());
  }
}
