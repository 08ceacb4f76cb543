package fwq.waitingtime;

import fwq.common.signing.Keyring;
import fwq.common.signing.KeyringFile;
import fwq.common.signing.SensorKey;
import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files with the keys of one ride's sensor each, as {@code fwq keys give} writes them, for sensors
 * that can read them; written anew when the keys are others.
 */
record GivenKeys(Path folder, List<ParkRide> rides) {
  private static final Logger LOG = LoggerFactory.getLogger(GivenKeys.class);

  GivenKeys {
    rides = List.copyOf(rides);
  }

  /**
   * The file of one ride, among the others; or apart from them, in a folder of the ride's name,
   * where there is one.
   */
  KeyringFile file(ParkRide ride) {
    Path apart = folder.resolve(ride.toString());
    return new KeyringFile((Files.isDirectory(apart) ? apart : folder).resolve(ride + ".key"));
  }

  /**
   * Writes all of them.
   *
   * @throws IOException with a sentence that names the file
   */
  void write(Keyring all) throws IOException {
    try {
      OwnerOnly.folder(folder);
    } catch (IOException e) {
      throw new IOException("the folder " + folder + " for sensors' keys cannot be made", e);
    }
    for (ParkRide ride : rides) {
      file(ride).replace(all.map(secret -> SensorKey.ofRide(secret, ride.park(), ride.ride())));
    }
  }

  /** Writes them again, beside the running server. */
  void writeAgain(Keyring all) {
    try {
      write(all);
    } catch (IOException e) {
      LOG.warn("sensors are not given their new keys: {}", e.getMessage());
    }
  }
}
