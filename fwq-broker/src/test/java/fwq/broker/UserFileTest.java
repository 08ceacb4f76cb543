package fwq.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.programs.Quota;
import fwq.kit.file.OwnerOnly;
import fwq.kit.json.Secret;
import fwq.kit.kafka.BearerLogin;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserFileTest {
  private static final Secret PASSWORD = new Secret("Ab-_9");
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

  @TempDir private Path folder;
  private UserFile file;

  @BeforeEach
  void name() {
    file = UserFile.of(user("visitor"), folder);
  }

  private static User user(String name) {
    return new User(name, List.of(), Quota.ALL);
  }

  @Test
  void passwordIsReadFromWhatWasWritten() throws Exception {
    assertEquals(Optional.empty(), file.password());
    assertTrue(file.write(PASSWORD, CERTIFICATE));
    assertEquals(Optional.of(PASSWORD), file.password());
  }

  @Test
  void fileIsNamedAfterItsUserAndForItsOwnerAlone() throws Exception {
    file.write(PASSWORD, CERTIFICATE);
    assertEquals(folder.resolve("visitor.properties"), file.file());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())));
  }

  @Test
  void fileIsInItsUsersOwnFolderWhereThereIsOne() throws Exception {
    Path apart = Files.createDirectory(folder.resolve("sensor"));
    assertEquals(apart.resolve("sensor.properties"), UserFile.of(user("sensor"), folder).file());
  }

  @Test
  void kafkaReadsItAsProperties() throws Exception {
    file.write(PASSWORD, CERTIFICATE);
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file.file())));
    assertEquals("SASL_SSL", properties.getProperty("security.protocol"));
    assertEquals("SCRAM-SHA-512", properties.getProperty("sasl.mechanism"));
    assertEquals(
        "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"visitor\" password=\"Ab-_9\";",
        properties.getProperty("sasl.jaas.config"));
    assertEquals("PEM", properties.getProperty("ssl.truststore.type"));
    assertEquals(CERTIFICATE, properties.getProperty("ssl.truststore.certificates"));
  }

  @Test
  void fileIsLeftAloneUntilTheCertificateIsAnother() throws Exception {
    file.write(PASSWORD, CERTIFICATE);
    assertFalse(file.write(PASSWORD, CERTIFICATE));
    assertTrue(file.write(PASSWORD, CERTIFICATE.replace("AAAA", "BBBB")));
    assertEquals(Optional.of(PASSWORD), file.password());
  }

  @Test
  void fileWithoutPasswordIsASentence() throws Exception {
    OwnerOnly.replace(file.file(), "security.protocol=SSL\n");
    IOException e = assertThrows(IOException.class, file::password);
    assertTrue(e.getMessage().startsWith("the file " + file.file() + " has no"), e.getMessage());
    assertTrue(e.getMessage().contains("delete it for a new password"), e.getMessage());
  }

  @Test
  void fileThatOthersCanReadIsRefused() throws Exception {
    file.write(PASSWORD, CERTIFICATE);
    Files.setPosixFilePermissions(file.file(), PosixFilePermissions.fromString("rw-r--r--"));
    IOException e = assertThrows(IOException.class, file::password);
    assertTrue(e.getMessage().contains("chmod 600"), e.getMessage());
  }

  @Test
  void guestsFileHasNothingSecretAndLeavesWhoAGuestIsToTheProgram() throws Exception {
    UserFile guests = UserFile.of(user(User.GUEST), folder);
    assertTrue(guests.writeForGuests(CERTIFICATE));
    assertFalse(guests.writeForGuests(CERTIFICATE));
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(guests.file())));
    assertTrue(BearerLogin.isAsked(properties));
    assertEquals(CERTIFICATE, properties.getProperty("ssl.truststore.certificates"));
  }
}
