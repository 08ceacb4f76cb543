package fwq.kit.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerOnlyTest {
  @TempDir private Path folder;

  @Test
  void newFoldersAreClosedAndOldOnesLeftAsTheyAre() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    OwnerOnly.folder(folder.resolve("new/deep"));
    assertEquals("rwx------", mode(folder.resolve("new/deep")));
    assertEquals("rwx------", mode(folder.resolve("new")));
    assertEquals("rwxr-xr-x", mode(folder));
  }

  @Test
  void tighteningTakesRightsFromOthersAndGivesTheOwnerNone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-xrw-r--"));
    OwnerOnly.tighten(file);
    assertEquals("r-x------", mode(file));
    OwnerOnly.tighten(folder.resolve("missing"));
    assertFalse(Files.exists(folder.resolve("missing")));
  }

  @Test
  void whatWasCreatedCanBeReadUpToItsLimit() throws IOException {
    Path file = folder.resolve("file");
    OwnerOnly.create(file, "a secret");
    assertEquals("a secret", OwnerOnly.read(file, "key", 100));
    assertEquals("a s", OwnerOnly.read(file, "key", 3));
    assertThrows(
        NoSuchFileException.class, () -> OwnerOnly.read(folder.resolve("none"), "key", 100));
  }

  @Test
  void fileOfSomebodyElseIsRefusedWithTheCommandThatMendsIt() throws IOException {
    Path file = Path.of("/etc/passwd");
    long us = new UnixSystem().getUid();
    if (us == 0) {
      file = folder.resolve("file");
      OwnerOnly.create(file, "a secret");
      Files.setAttribute(file, "unix:uid", 65_534);
    }
    Path theirs = file;
    UnsafeFileException refusal =
        assertThrows(UnsafeFileException.class, () -> OwnerOnly.read(theirs, "key", 100));
    String sentence = refusal.getMessage();
    assertTrue(sentence.startsWith("the key file " + file + " belongs to "), sentence);
    assertTrue(sentence.contains("say chown " + us + " " + file + ","), sentence);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
