package fwq.operator.watch;

import fwq.common.options.EngineKeysOption;
import fwq.common.options.ParkOption;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.tui.Inbox;
import fwq.tui.Show;
import fwq.tui.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq watch}: all parks, live, for their operator. */
@Command(
    name = "fwq watch",
    description =
        "Shows all parks live, without a guest; with --json prints their frames one a line.",
    sortOptions = false)
public final class WatchMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(WatchMain.class);

  @Parameters(
      index = "0",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "where Kafka is")
  private String brokerHost;

  @Parameters(index = "1", paramLabel = "<broker-port>", description = "such as 9092")
  private Port brokerPort;

  @Option(
      names = "--json",
      description = "print the frames of all parks, or of the one given with --park, for scripts")
  private boolean json;

  @Mixin private ParkOption parkOption;
  @Mixin private EngineKeysOption engineKeysOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  public static void main(String... args) {
    Program.main(new WatchMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    HostPort broker = new HostPort(brokerHost, brokerPort.number());
    if (!json) {
      options.logToFile("watch.log");
    }
    KafkaClients kafka = new KafkaClients(broker, options.kafkaProperties());
    kafka.check();
    try (Metrics metrics = options.metrics();
        EngineTopic topic = topic(kafka, metrics, stop)) {
      if (json) {
        new FrameLines(topic, onlyPark(), spec.commandLine().getOut()).run(stop);
      } else {
        watch(kafka, topic, stop);
      }
    }
  }

  private void watch(KafkaClients kafka, EngineTopic topic, Stop stop) throws Exception {
    Inbox inbox = new Inbox();
    Mailbox mailbox = new Mailbox();
    WatchPage page =
        new WatchPage(new Board(kafka.broker().toString(), parkOption.park()), mailbox);
    try (VisitorEnds ends = new VisitorEnds(kafka::wholeTopicConsumer, InstantSource.system())) {
      new Watch(topic, ends, mailbox, inbox)
          .run(() -> Show.run(page, Surroundings.of(System.getenv()), inbox), stop);
    } catch (IOException e) {
      throw new Failure(
          e.getMessage() + "; start it in one, or give --json to have lines instead", e);
    } catch (RuntimeException e) {
      // The log is a file by now: without this sentence the operator would see nothing at all.
      LOG.error("this is a fault of the program itself", e);
      throw new Failure("this program has a fault and had to end; its log in --data says more", e);
    }
  }

  private EngineTopic topic(KafkaClients kafka, Metrics metrics, Stop stop) throws Failure {
    InstantSource clock = InstantSource.system();
    Optional<EngineTrust> engines = engineKeysOption.given(clock);
    if (engines.isEmpty()) {
      LOG.warn(
          "frames are not proven, so who can write to the broker can draw them; give an engine's"
              + " engine.pub with --engine-keys FILE");
    }
    return new EngineTopic(
        new EngineTopic.Source(
            () -> kafka.look(stop, VisitTopics.ENGINE.read()),
            kafka::wholeTopicConsumer,
            new BrokerWatch(kafka.broker()),
            kafka.broker().toString(),
            engines.orElse(EngineTrust.WHOEVER)),
        new Skipped("engine_messages", clock, metrics),
        clock,
        stop,
        // A script wants what is new; a screen also how a park stands that says nothing.
        json ? 0 : 1);
  }

  private OptionalInt onlyPark() {
    return spec.commandLine().getParseResult().hasMatchedOption("--park")
        ? OptionalInt.of(parkOption.park())
        : OptionalInt.empty();
  }
}
