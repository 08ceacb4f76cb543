package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Keyring;
import fwq.common.signing.SensorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenKeysTest {
  private static final ParkRide ONE = new ParkRide(0, 2);
  private static final ParkRide OTHER = new ParkRide(1, 2);

  @TempDir private Path folder;

  @Test
  void eachRideHasItsOwnKeysForItsOwnerAlone() throws Exception {
    GivenKeys given = new GivenKeys(folder.resolve("new/sensors"), List.of(ONE, OTHER));
    given.write(Keyring.of(Proofs.SECRET));
    given.write(Keyring.of(Proofs.SECRET));

    Path file = folder.resolve("new/sensors/1-2.key");
    assertEquals(file, given.file(OTHER).file());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        SensorKey.ofRide(Proofs.SECRET, 1, 2).id(),
        given.file(OTHER).read().keys().getFirst().id());
    assertEquals(
        SensorKey.ofRide(Proofs.SECRET, 0, 2).id(), given.file(ONE).read().keys().getFirst().id());
  }

  @Test
  void rideWithAFolderOfItsOwnHasItsKeysInThere() throws Exception {
    Path apart = Files.createDirectory(folder.resolve("0-2"));
    GivenKeys given = new GivenKeys(folder, List.of(ONE));
    given.write(Keyring.of(Proofs.SECRET));
    assertTrue(Files.exists(apart.resolve("0-2.key")));
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    GivenKeys given = new GivenKeys(file.resolve("sensors"), List.of(ONE));
    String sentence =
        assertThrows(IOException.class, () -> given.write(Keyring.of(Proofs.SECRET))).getMessage();
    assertTrue(sentence.contains(file.toString()), sentence);
  }
}
