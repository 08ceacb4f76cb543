package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharedSecretTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder;

  @Test
  void secretIsMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("new/deep/secret");
    SharedSecret made = SharedSecret.loadOrCreate(file, RANDOM);
    assertEquals(32, made.bytes().length);
    assertFalse(java.util.Arrays.equals(new byte[32], made.bytes()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertArrayEquals(made.bytes(), SharedSecret.loadOrCreate(file, RANDOM).bytes());
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void programsThatStartAtOnceAgree() throws Exception {
    int programs = 8;
    try (ExecutorService threads = Executors.newFixedThreadPool(programs)) {
      for (int round = 0; round < 20; round++) {
        Path file = folder.resolve("secret" + round);
        CyclicBarrier together = new CyclicBarrier(programs);
        List<Future<SharedSecret>> secrets = new ArrayList<>();
        for (int i = 0; i < programs; i++) {
          secrets.add(
              threads.submit(
                  () -> {
                    together.await();
                    return SharedSecret.loadOrCreate(file, RANDOM);
                  }));
        }
        Set<List<Byte>> distinct = new HashSet<>();
        for (Future<SharedSecret> secret : secrets) {
          List<Byte> bytes = new ArrayList<>();
          for (byte one : secret.get().bytes()) {
            bytes.add(one);
          }
          distinct.add(bytes);
        }
        assertEquals(1, distinct.size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "not base64 at all!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void damagedFileIsNamedInASentence(String content) throws IOException {
    Path file = write(content.getBytes(StandardCharsets.UTF_8));
    assertSentence(file, "does not hold 32 bytes");
    assertEquals(content, Files.readString(file));
  }

  @Test
  void fileThatIsNoTextIsNamedInASentence() throws IOException {
    assertSentence(write(new byte[] {-1, -2, 0}), "does not hold 32 bytes");
  }

  @Test
  void folderInPlaceOfTheFileIsNamedInASentence() throws IOException {
    assertSentence(Files.createDirectory(folder.resolve("secret")), "is a link or a folder");
  }

  @Test
  void folderThatCannotBeMadeIsNamedInASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    IOException refusal =
        assertThrows(
            IOException.class, () -> SharedSecret.loadOrCreate(file.resolve("secret"), RANDOM));
    assertTrue(refusal.getMessage().contains(file + " cannot be made"), refusal.getMessage());
  }

  @Test
  void secretOfFewerBytesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SharedSecret.of(new byte[31]));
  }

  @Test
  void linkIsRefusedEvenToAGoodSecret() throws IOException {
    SharedSecret.loadOrCreate(folder.resolve("elsewhere"), RANDOM);
    Path link = Files.createSymbolicLink(folder.resolve("secret"), folder.resolve("elsewhere"));
    assertSentence(link, "is a link or a folder");
    Path loose = Files.createSymbolicLink(folder.resolve("loose"), folder.resolve("nowhere"));
    assertSentence(loose, "is a link or a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void secretThatOthersCanReadOrWriteIsRefusedWithTheCommandThatMendsIt(String mode)
      throws IOException {
    Path file = folder.resolve("secret");
    SharedSecret made = SharedSecret.loadOrCreate(file, RANDOM);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    assertSentence(
        file, "can be read or written by others; if nobody has, say chmod 600 " + file + ",");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertArrayEquals(made.bytes(), SharedSecret.loadOrCreate(file, RANDOM).bytes());
  }

  private Path write(byte[] content) throws IOException {
    Path file =
        Files.createFile(
            folder.resolve("secret"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.write(file, content);
  }

  private static void assertSentence(Path file, String what) {
    IOException refusal =
        assertThrows(IOException.class, () -> SharedSecret.loadOrCreate(file, RANDOM));
    assertTrue(refusal.getMessage().contains("the secret file " + file + " " + what));
  }
}
