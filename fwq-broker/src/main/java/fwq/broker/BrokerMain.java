package fwq.broker;

import fwq.common.cli.CommonOptions;
import fwq.common.cli.Failure;
import fwq.common.cli.Port;
import fwq.common.cli.Program;
import fwq.common.cli.Stop;
import fwq.common.net.HostPort;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fwq broker}: a real Apache Kafka for a park on one machine. */
@Command(
    name = "fwq broker",
    description = "Runs Apache Kafka (KRaft mode, one node) and keeps its records in --data.")
public final class BrokerMain implements Program.Body {
  @Parameters(
      arity = "0..1",
      paramLabel = "<port>",
      description = "where clients connect (default: ${DEFAULT-VALUE})",
      defaultValue = "9092")
  private Port port;

  @Option(
      names = "--advertise",
      paramLabel = "HOST",
      description =
          "this machine's name for clients on other machines (default: ${DEFAULT-VALUE}, this"
              + " machine only)",
      defaultValue = "127.0.0.1")
  private String host;

  @Mixin private CommonOptions options;

  private BrokerMain() {}

  /** Runs the broker. */
  public static void main(String[] args) {
    // Kafka's server speaks through the same logger names as its clients; here its errors matter.
    String level = "org.slf4j.simpleLogger.log.org.apache.kafka";
    System.setProperty(level, System.getProperty(level, "error"));
    Program.main(new BrokerMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(
            options.data().resolve("broker").toAbsolutePath(), new HostPort(host, port.number()))) {
      LoggerFactory.getLogger(BrokerMain.class).info("broker listens on {}", broker.address());
      stop.await();
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
