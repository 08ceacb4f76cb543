package fwq.kit.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's key and certificate. Time is an argument. */
final class IdentityTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> HOSTS =
      List.of("localhost", "127.0.0.1", "::1", "Park.example");
  private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");

  @TempDir private Path folder;
  private Path key;
  private Path certificate;

  @BeforeEach
  void name() {
    key = folder.resolve("registry.key");
    certificate = folder.resolve("registry.crt");
  }

  @Test
  void keyIsForItsOwnerAloneAndTheCertificateForEverybody() throws Exception {
    open(NOW);
    assertEquals("rw-------", mode(key));
    assertEquals("rw-r--r--", mode(certificate));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(certificate, key), files.sorted().toList());
    }
  }

  @Test
  void certificateIsForTheHostsForAYear() throws Exception {
    open(NOW);
    X509Certificate made = shown();
    assertEquals(
        List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "park.example"),
        made.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList());
    assertEquals(NOW.plus(Duration.ofDays(365)), made.getNotAfter().toInstant());
    assertTrue(made.getNotBefore().toInstant().isBefore(NOW));
    assertEquals("EC", made.getPublicKey().getAlgorithm());
    made.verify(made.getPublicKey());
  }

  @Test
  void nextStartShowsTheSameCertificate() throws Exception {
    KeyPin pin = open(NOW).pin();
    X509Certificate first = shown();
    assertEquals(pin, open(NOW.plus(Duration.ofDays(300))).pin());
    assertEquals(first, shown());
  }

  @Test
  void startInTheLastMonthRenewsTheCertificateWithTheSameKey() throws Exception {
    KeyPin pin = open(NOW).pin();
    Instant late = NOW.plus(Duration.ofDays(335));
    assertEquals(pin, open(late).pin());
    assertEquals(late.plus(Duration.ofDays(365)), shown().getNotAfter().toInstant());
    assertEquals(pin, KeyPin.of(shown().getPublicKey()));
  }

  @Test
  void runningServerRenewsOnceThirtyDaysBeforeTheEnd() throws Exception {
    Identity identity = open(NOW);
    Instant due = NOW.plus(Duration.ofDays(335));
    assertFalse(identity.renewIfDue(due.minusSeconds(1)));
    assertTrue(identity.renewIfDue(due));
    assertFalse(identity.renewIfDue(due.plusSeconds(3_600)));
    assertEquals(due.plus(Duration.ofDays(365)), identity.until());
    assertEquals(identity.until(), shown().getNotAfter().toInstant());
    assertEquals(identity.pin(), KeyPin.of(shown().getPublicKey()));
  }

  @Test
  void renewalThatCannotBeKeptIsASentenceAndShownAllTheSame() throws Exception {
    Identity identity = open(NOW);
    Files.delete(certificate);
    Files.createDirectories(certificate.resolve("in the way"));
    Instant due = NOW.plus(Duration.ofDays(335));
    IOException e = assertThrows(IOException.class, () -> identity.renewIfDue(due));
    assertTrue(e.getMessage().contains(certificate + " cannot be written"), e.getMessage());
    assertEquals(due.plus(Duration.ofDays(365)), identity.until());
  }

  @Test
  void hostThatIsNewGetsIntoANewCertificate() throws Exception {
    open(NOW);
    Identity.open(folder, server(List.of("localhost", "registry.example")), NOW, RANDOM);
    assertTrue(shown().getSubjectAlternativeNames().toString().contains("registry.example"));
  }

  @Test
  void damagedCertificateIsMadeAgain() throws Exception {
    KeyPin pin = open(NOW).pin();
    Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nAAAA\n");
    assertEquals(pin, open(NOW).pin());
    assertEquals(pin, KeyPin.of(shown().getPublicKey()));
  }

  @Test
  void certificateOfAnotherKeyIsMadeAgain() throws Exception {
    KeyPin old = open(NOW).pin();
    Files.delete(key);
    KeyPin fresh = open(NOW).pin();
    assertNotEquals(old, fresh);
    assertEquals(fresh, KeyPin.of(shown().getPublicKey()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
  void damagedKeyIsASentenceAndIsNotReplaced(String content) throws Exception {
    open(NOW);
    Files.writeString(key, content);
    assertRefused("does not hold an EC key pair");
    assertEquals(content, Files.readString(key));
  }

  @Test
  void halvesOfTwoKeysAreASentence() throws Exception {
    open(NOW);
    String one = Files.readString(key);
    Files.delete(key);
    open(NOW);
    String other = Files.readString(key);
    int half = one.indexOf("-----BEGIN PUBLIC KEY");
    Files.writeString(key, one.substring(0, half) + other.substring(half));
    assertRefused("does not hold an EC key pair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void keyThatOthersCanReadOrWriteIsASentence(String mode) throws Exception {
    open(NOW);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
    assertRefused("can be read or written by others");
  }

  @Test
  void linkInPlaceOfTheKeyIsASentence() throws Exception {
    open(NOW);
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(key, elsewhere);
    Files.createSymbolicLink(key, elsewhere);
    assertRefused("is a link or a folder");
  }

  @Test
  void linkToNothingIsASentenceAndNothingIsWrittenThroughIt() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.createSymbolicLink(key, elsewhere);
    assertRefused("is a link or a folder");
    assertFalse(Files.exists(elsewhere));
  }

  @Test
  void folderInPlaceOfTheKeyIsASentence() throws Exception {
    Files.createDirectory(key);
    assertRefused("is a link or a folder");
  }

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    byte[] first = KeyFile.loadOrCreate(key, RANDOM).getPrivate().getEncoded();
    assertArrayEquals(first, KeyFile.loadOrCreate(key, RANDOM).getPrivate().getEncoded());
  }

  private Identity open(Instant now) throws IOException {
    return Identity.open(folder, server(HOSTS), now, RANDOM);
  }

  private static Identity.Server server(List<String> hosts) {
    return new Identity.Server("registry", hosts, Duration.ofDays(365));
  }

  private void assertRefused(String why) {
    IOException e = assertThrows(IOException.class, () -> open(NOW));
    assertTrue(e.getMessage().startsWith("the key file " + key + " " + why), e.getMessage());
  }

  private X509Certificate shown() throws Exception {
    try (var in = Files.newInputStream(certificate)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
