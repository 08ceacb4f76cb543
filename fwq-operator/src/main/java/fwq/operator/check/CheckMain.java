package fwq.operator.check;

import fwq.common.options.KeysOption;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.VisitKeys;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq check}: says whether a park kept its rules. */
@Command(
    name = "fwq check",
    description =
        "Reads the topics Visitor and Engine and says whether the park kept its rules, and with"
            + " --guild whether the guild counted each sale once: exit code 0 when they did, 1 when"
            + " not.")
public final class CheckMain implements Program.Body {
  @Parameters(
      index = "0",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "where Kafka is")
  private String brokerHost;

  @Parameters(index = "1", paramLabel = "<broker-port>", description = "such as 9092")
  private Port brokerPort;

  @Option(
      names = "--park",
      paramLabel = "N",
      description = "the first park to check (default: ${DEFAULT-VALUE})",
      defaultValue = "0")
  private int park;

  @Option(
      names = "--parks",
      paramLabel = "M",
      description = "how many parks (default: 1 with --park, else all)")
  private Integer parks;

  @Mixin private KeysOption keysOption;
  @Mixin private SalesOptions salesOptions;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    Program.main(new CheckMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    if (park < 0 || (parks != null && parks < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--park is a number from 0 and --parks a number from 1");
    }
    boolean one = spec.commandLine().getParseResult().hasMatchedOption("--park");
    Optional<Integer> count =
        Optional.ofNullable(parks).or(() -> one ? Optional.of(1) : Optional.empty());
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    long violations =
        new Check(
                kafka,
                keys(),
                salesOptions.books(options.data()),
                spec.commandLine().getOut(),
                stop)
            .run(park, count);
    if (violations > 0) {
      throw new Failure("the park did not keep its rules: %,d violations".formatted(violations));
    }
  }

  /** Nothing is made here: a new key would have signed nothing. */
  private Optional<VisitKeys> keys() throws Failure {
    if (!keysOption.isGiven()) {
      return Optional.empty();
    }
    ParkKeys keys = keysOption.keys(options.data());
    for (KeyPurpose each : VisitKeys.PURPOSES) {
      if (!keys.has(each)) {
        throw new Failure(
            "there is no key " + keys.file(each).file() + "; give the folder with --keys DIR");
      }
    }
    try {
      return Optional.of(VisitKeys.load(keys, Instant.now(), new SecureRandom()));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
