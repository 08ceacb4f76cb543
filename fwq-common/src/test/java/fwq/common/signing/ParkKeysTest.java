package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ParkKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  @TempDir private Path data;
  private ParkKeys keys;

  @BeforeEach
  void open() {
    keys = ParkKeys.in(data);
  }

  private Keyring load(KeyPurpose purpose) throws IOException {
    return keys.load(purpose, NOW, RANDOM);
  }

  @Test
  void eachPurposeHasAKeyOfItsOwnForItsOwnerAlone() throws Exception {
    Set<String> ids = new HashSet<>();
    for (KeyPurpose each : KeyPurpose.values()) {
      assertFalse(keys.has(each));
      ids.add(load(each).at(NOW).id());
      assertTrue(keys.has(each));
      Path file = data.resolve("keys/" + each + ".key");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertEquals(load(each).toString(), load(each).toString());
    }
    assertEquals(KeyPurpose.values().length, ids.size());
    assertFalse(Files.exists(data.resolve("secret")));
  }

  @Test
  void programsThatStartAtOnceAgree() {
    for (KeyPurpose each : KeyPurpose.values()) {
      Set<String> found =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(_ -> loadUnchecked(each))
              .collect(Collectors.toSet());
      assertEquals(1, found.size());
    }
  }

  private String loadUnchecked(KeyPurpose purpose) {
    try {
      return load(purpose).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatTheOneSecretOfOlderVersionsMadeGoesOn() throws Exception {
    byte[] older = SharedSecret.loadOrCreate(data.resolve("secret"), RANDOM).bytes();
    for (KeyPurpose each : VisitKeys.PURPOSES) {
      assertTrue(keys.has(each));
      assertArrayEquals(older, load(each).at(NOW).secret().bytes());
      assertEquals(1, load(each).keys().size());
    }
    Keyring tickets = load(KeyPurpose.TICKET);
    assertArrayEquals(older, tickets.keys().getFirst().secret().bytes());
    assertFalse(Arrays.equals(older, tickets.at(NOW).secret().bytes()), "engines have that one");
    assertEquals(1, keys.load(KeyPurpose.TICKET, NOW.plus(Session.LIFETIME), RANDOM).keys().size());
    assertFalse(keys.has(KeyPurpose.SENSOR), "it was not for sensors");
    assertFalse(Arrays.equals(older, load(KeyPurpose.SENSOR).at(NOW).secret().bytes()));
  }

  @Test
  void keyIsApartFromTheOthersWhereThereIsAFolderForIt() throws Exception {
    Files.createDirectories(data.resolve("keys/ticket"));
    load(KeyPurpose.TICKET);
    load(KeyPurpose.SESSION);
    assertTrue(Files.exists(data.resolve("keys/ticket/ticket.key")));
    assertTrue(Files.exists(data.resolve("keys/session.key")));
  }

  @ParameterizedTest
  @EnumSource
  void newKeyIsUsedLaterAndTheOneBeforeIsAcceptedMeanwhile(KeyPurpose purpose) throws Exception {
    String before = load(purpose).at(NOW).id();
    Instant since = NOW.plus(ParkKeys.LEAD);
    keys.rotate(purpose, since, NOW, RANDOM);
    Keyring after = load(purpose);
    assertEquals(before, after.at(NOW).id());
    String fresh = after.at(since).id();
    assertEquals("[" + before + ", " + fresh + "]", after.toString());
    Instant end = since.plus(purpose.lives());
    assertEquals(2, keys.load(purpose, end.minusMillis(1), RANDOM).keys().size());
    assertEquals("[" + fresh + "]", keys.load(purpose, end, RANDOM).toString());
    keys.rotate(purpose, end.plusSeconds(1), end, RANDOM);
    assertEquals(2, keys.file(purpose).read().keys().size(), "the first is gone from the file");
  }

  @Test
  void fileThatIsDamagedOrThatOthersCanReadIsNamedInASentence() throws Exception {
    load(KeyPurpose.SESSION);
    Path file = data.resolve("keys/session.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertSays("the key file " + file + " can be read or written by others", KeyPurpose.SESSION);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "nothing");
    assertSays("the key file " + file + " does not hold keys", KeyPurpose.SESSION);
  }

  private void assertSays(String what, KeyPurpose purpose) {
    IOException refusal = assertThrows(IOException.class, () -> load(purpose));
    assertTrue(refusal.getMessage().startsWith(what), refusal.getMessage());
  }
}
