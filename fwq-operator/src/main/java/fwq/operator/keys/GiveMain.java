package fwq.operator.keys;

import fwq.common.options.KeysOption;
import fwq.common.options.ParkOption;
import fwq.common.options.RideId;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.KeyringFile;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SensorKey;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq keys give}: what the sensor of one ride needs, on a machine of its own. */
@Command(
    name = "fwq keys give",
    description =
        "Writes the keys of one ride's sensor, which sign for no other ride. Do it again after a"
            + " rotation of the sensor key, within a day.")
public final class GiveMain implements Program.Body {
  @Parameters(paramLabel = "FILE", description = "where they are written, of mode 600")
  private Path file;

  @Option(
      names = "--ride",
      paramLabel = "ID",
      required = true,
      converter = RideId.class,
      description = "the ride's number, such as 7")
  private int ride;

  @Mixin private ParkOption parkOption;
  @Mixin private KeysOption keysOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  GiveMain() {}

  /** Writes them. */
  public static void main(String[] args) {
    Program.main(new GiveMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    ParkKeys keys = KeysMain.existing(keysOption, options.data());
    int park = parkOption.park();
    try {
      new KeyringFile(file)
          .replace(
              keys.load(KeyPurpose.SENSOR, Instant.now(), new SecureRandom())
                  .map(secret -> SensorKey.ofRide(secret, park, ride)));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
    spec.commandLine().getOut().printf("%s has the keys of ride %d of park %d%n", file, ride, park);
  }
}
