package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final SharedSecret FIRST = SharedSecret.of(new byte[32]);
  private static final SharedSecret SECOND = SensorKey.ofRide(FIRST, 0, 0);

  @TempDir private Path folder;
  private final Keyring one = Keyring.of(FIRST);
  private final Keyring both = one.with(SECOND, NOW);
  private Instant now = NOW;

  @Test
  void keysOfARingAreReadAsTheyAreWritten() {
    EngineKeys keys = EngineKeys.parse(EngineKeys.of(both).text());
    assertEquals(EngineKeys.of(both), keys);
    assertEquals(Ed25519.pair(SECOND).getPublic(), keys.find(SECOND.id()).orElseThrow());
    assertTrue(keys.find("00000000").isEmpty());
    assertTrue(EngineKeys.parse("# nobody\n\n").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0a1b2c3d", "0a1b2c3d x y", "0A1B2C3D AAAA", "0a1b2c3d AAAA", "0a1b2c3d ?"})
  void whatIsNoKeyIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> EngineKeys.parse(line));
  }

  @Test
  void fileIsReadAgainWhenItIsAnotherAndNotForgottenWhenItIsAway() throws Exception {
    EngineKeysFile file = new EngineKeysFile(folder.resolve("keys/engine.pub"));
    EngineKeysFile.Watched watched = new EngineKeysFile.Watched(file, () -> now);
    assertTrue(watched.keys().isEmpty());
    file.write(one);
    now = now.plusSeconds(2);
    assertEquals(EngineKeys.of(one), watched.keys());
    file.write(both);
    Files.setLastModifiedTime(file.file(), FileTime.from(NOW.plusSeconds(100)));
    now = now.plusSeconds(2);
    assertEquals(EngineKeys.of(both), watched.keys());
    Files.delete(file.file());
    now = now.plusSeconds(2);
    assertEquals(EngineKeys.of(both), watched.keys());
    assertTrue(file.read().isEmpty());
  }

  @Test
  void fileThatHoldsSomethingElseIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("engine.pub"), "something else");
    String sentence =
        assertThrows(IOException.class, () -> new EngineKeysFile(file).read()).getMessage();
    assertTrue(sentence.contains(file.toString()), sentence);
  }
}
