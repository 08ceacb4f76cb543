package fwq.kit.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(240)
final class KnownHostsTest {
  private static final HostPort PARK = new HostPort("Park.example", 5050);

  @TempDir private Path folder;

  @Test
  void firstMeetingIsNotedForTheOwnerAlone() throws Exception {
    Path file = folder.resolve("new/known_hosts");
    assertEquals(new KnownHosts.Meeting(pin(1), true), new KnownHosts(file).meet(PARK, pin(1)));
    assertEquals("park.example:5050 " + pin(1) + "\n", Files.readString(file));
    assertEquals("rw-------", mode(file));
    assertEquals("rwx------", mode(file.getParent()));
  }

  @Test
  void whoWasMetKeepsItsKeyWhateverComes() throws Exception {
    KnownHosts known = new KnownHosts(folder.resolve("known_hosts"));
    var _ = known.meet(PARK, pin(1));
    KnownHosts.Meeting again = known.meet(new HostPort("park.EXAMPLE", 5050), pin(2));
    assertEquals(new KnownHosts.Meeting(pin(1), false), again);
    assertEquals(1, Files.readAllLines(known.file()).size());
  }

  @Test
  void otherPortIsAnotherRegistry() throws Exception {
    KnownHosts known = new KnownHosts(folder.resolve("known_hosts"));
    var _ = known.meet(PARK, pin(1));
    assertTrue(known.meet(new HostPort("park.example", 5051), pin(2)).first());
    assertTrue(known.meet(new HostPort("::1", 5050), pin(3)).first());
    assertFalse(known.meet(new HostPort("::1", 5050), pin(3)).first());
  }

  @Test
  void whatPeopleWroteStays() throws Exception {
    Path file = folder.resolve("known_hosts");
    Files.writeString(file, "# mine\n\n  other:1   " + pin(7) + "  \n");
    KnownHosts known = new KnownHosts(file);
    assertEquals(pin(7), known.meet(new HostPort("other", 1), pin(1)).key());
    var _ = known.meet(PARK, pin(1));
    assertEquals(
        List.of("# mine", "", "  other:1   " + pin(7) + "  ", "park.example:5050 " + pin(1)),
        Files.readAllLines(file));
  }

  @Test
  void fileWithoutAnEndOfItsLastLineIsAddedToAllTheSame() throws Exception {
    Path file = folder.resolve("known_hosts");
    Files.writeString(file, "other:1 " + pin(7));
    var _ = new KnownHosts(file).meet(PARK, pin(1));
    assertEquals(2, Files.readAllLines(file).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "park.example:5050",
        "park.example:5050 sha256:short",
        "other:1 sha256:short",
        "sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "park sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "park.example:5050 sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= more",
        "x"
      })
  void damagedLineIsNamedAndNobodyIsTrusted(String line) throws Exception {
    Path file = folder.resolve("known_hosts");
    String content = "# mine\n" + line + "\n";
    Files.writeString(file, content);
    UntrustedPeerException e =
        assertThrows(UntrustedPeerException.class, () -> new KnownHosts(file).meet(PARK, pin(1)));
    assertTrue(e.getMessage().startsWith("line 2 of " + file), e.getMessage());
    assertEquals(content, Files.readString(file));
  }

  @Test
  void fileThatIsNoTextIsNamedAndNobodyIsTrusted() throws Exception {
    assertUnusable(Files.write(folder.resolve("known_hosts"), new byte[] {-1, -2, 0}));
  }

  @Test
  void folderThatCannotBeMadeIsNamedAndNobodyIsTrusted() throws Exception {
    assertUnusable(Files.writeString(folder.resolve("file"), "").resolve("known_hosts"));
  }

  @Test
  void fileThatIsALinkStaysOne() throws Exception {
    Path real = Files.writeString(folder.resolve("real"), "");
    Path link = Files.createSymbolicLink(folder.resolve("known_hosts"), real);
    var _ = new KnownHosts(link).meet(PARK, pin(1));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(1, Files.readAllLines(real).size());
  }

  @Test
  void threadsDoNotLoseEachOthersLines() throws Exception {
    Path file = folder.resolve("known_hosts");
    int threads = 8;
    int each = 10;
    List<Future<?>> done = new ArrayList<>();
    CyclicBarrier together = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int thread = 0; thread < threads; thread++) {
        int first = 1 + thread * each;
        done.add(
            pool.submit(
                () -> {
                  together.await();
                  meetMany(file, first, each);
                  return null;
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }
    assertEquals(threads * each, Files.readAllLines(file).size());
  }

  @Test
  void oneOfManyAtOnceMeetsItFirst() throws Exception {
    Path file = folder.resolve("known_hosts");
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    List<Future<KnownHosts.Meeting>> meetings = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int thread = 1; thread <= threads; thread++) {
        KeyPin mine = pin(thread);
        meetings.add(
            pool.submit(
                () -> {
                  together.await();
                  return new KnownHosts(file).meet(PARK, mine);
                }));
      }
      int firsts = 0;
      for (Future<KnownHosts.Meeting> meeting : meetings) {
        firsts += meeting.get().first() ? 1 : 0;
        assertEquals(meetings.getFirst().get().key(), meeting.get().key());
      }
      assertEquals(1, firsts);
    }
  }

  @Test
  void programsDoNotLoseEachOthersLines() throws Exception {
    Path file = folder.resolve("known_hosts");
    int each = 50;
    List<Process> programs = new ArrayList<>();
    for (int program = 0; program < 2; program++) {
      programs.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KnownHostsTest.class.getName(),
                  file.toString(),
                  Integer.toString(1 + program * each),
                  Integer.toString(each))
              .inheritIO()
              .start());
    }
    for (Process program : programs) {
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, program.exitValue());
    }
    assertEquals(programs.size() * each, Files.readAllLines(file).size());
  }

  /** Another program: meets so many registries, from that number on. */
  public static void main(String... args) throws Exception {
    meetMany(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  private static void meetMany(Path file, int first, int count) throws Exception {
    for (int port = first; port < first + count; port++) {
      assertTrue(new KnownHosts(file).meet(new HostPort("park", port), pin(port)).first());
    }
  }

  private static void assertUnusable(Path file) {
    UntrustedPeerException e =
        assertThrows(UntrustedPeerException.class, () -> new KnownHosts(file).meet(PARK, pin(1)));
    assertTrue(e.getMessage().contains(file + " cannot be read and written"), e.getMessage());
    assertTrue(e.getMessage().contains("--known-hosts FILE"), e.getMessage());
  }

  private static KeyPin pin(int number) {
    byte[] hash = new byte[32];
    hash[31] = (byte) number;
    return new KeyPin("sha256:" + Base64.getEncoder().encodeToString(hash));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
