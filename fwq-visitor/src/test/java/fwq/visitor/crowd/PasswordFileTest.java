package fwq.visitor.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
  @TempDir private Path data;

  @Test
  void aMadePasswordIsKeptForTheOwnersEyesOnly() throws Exception {
    PasswordFile made = PasswordFile.loadOrCreate(data, "ana");
    Path file = data.resolve("visitors/ana.password");
    assertTrue(made.fresh());
    assertEquals(24, made.password().reveal().length());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
    PasswordFile again = PasswordFile.loadOrCreate(data, "ana");
    assertFalse(again.fresh());
    assertEquals(made.password(), again.password());
    assertFalse(made.toString().contains(made.password().reveal()));
  }

  @Test
  void aGivenPasswordMayHaveSpacesInside() throws Exception {
    Path file = Files.writeString(data.resolve("p"), "correct horse ñ\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals("correct horse ñ", PasswordFile.load(file).password().reveal());
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws Exception {
    Path file = Files.writeString(data.resolve("p"), "correct horse");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Failure e = assertThrows(Failure.class, () -> PasswordFile.load(file));
    assertTrue(e.getMessage().contains("chmod 600"), e.getMessage());
  }

  @Test
  void aFileThatIsEmptyOrAwayOrCannotBeMadeIsNamed() throws Exception {
    Path empty = Files.writeString(data.resolve("empty"), "\n");
    for (Path file : new Path[] {empty, data.resolve("away")}) {
      Failure e = assertThrows(Failure.class, () -> PasswordFile.load(file));
      assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
    Failure e = assertThrows(Failure.class, () -> PasswordFile.loadOrCreate(empty, "ana"));
    assertTrue(e.getMessage().contains("--data"), e.getMessage());
  }
}
