package fwq.waitingtime;

import fwq.common.options.KeysOption;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.Keyring;
import fwq.common.signing.LiveKeys;
import fwq.common.signing.ParkKeys;
import fwq.kit.program.Failure;
import fwq.kit.sqlite.DatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say whose readings count. */
final class SensorOptions {
  private static final Logger LOG = LoggerFactory.getLogger(SensorOptions.class);

  @Option(
      names = "--unsigned-sensors",
      description =
          "believe readings that nobody signed, of rides whose sensor never did: then whoever can"
              + " write to the broker can change the waits")
  private boolean unsigned;

  @Option(
      names = "--forget-signed",
      paramLabel = "[PARK-]RIDE",
      converter = ParkRide.Name.class,
      description =
          "begin anew with this ride's sensor, which signs no more or whose clock was set back; may"
              + " be repeated")
  private List<ParkRide> forgotten = List.of();

  @Option(
      names = "--give-keys",
      paramLabel = "DIR",
      description =
          "write each ride's sensor its key, PARK-RIDE.key in there, for its --key; again when the"
              + " sensor key is replaced")
  private Path given;

  @Mixin private KeysOption keysOption;

  SensorOptions() {}

  /** Where the park's keys are. */
  ParkKeys keys(Path data) {
    return keysOption.keys(data);
  }

  /**
   * What sensors have to prove.
   *
   * @throws Failure with a sentence, when keys cannot be read or written
   */
  SensorProofs proofs(Rides rides, LiveKeys live) throws Failure, DatabaseException {
    for (ParkRide ride : forgotten) {
      LOG.warn(
          rides.forgetSigned(ride)
              ? "what the sensor of ride {} has signed is forgotten: it begins anew"
              : "the sensor of ride {} has signed nothing that could be forgotten",
          ride);
    }
    if (unsigned) {
      Set<ParkRide> signed = rides.signedAt().keySet();
      LOG.warn(
          "readings that nobody signed are believed (--unsigned-sensors): who can write to the"
              + " broker can change the waits{}",
          signed.isEmpty()
              ? ""
              : ", but of these rides, whose sensors have signed before: " + signed);
    }
    return new SensorProofs(rides, ring(rides, live), unsigned);
  }

  private Supplier<Keyring> ring(Rides rides, LiveKeys live) throws Failure, DatabaseException {
    if (given == null) {
      return live.ring(KeyPurpose.SENSOR);
    }
    GivenKeys files =
        new GivenKeys(
            given,
            rides.byPark().entrySet().stream()
                .flatMap(
                    park ->
                        park.getValue().stream().map(it -> new ParkRide(park.getKey(), it.id())))
                .toList());
    Supplier<Keyring> ring = live.ring(KeyPurpose.SENSOR, files::writeAgain);
    try {
      files.write(ring.get());
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
    return ring;
  }
}
