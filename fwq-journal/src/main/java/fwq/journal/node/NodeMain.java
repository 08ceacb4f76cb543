package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeName;
import fwq.journal.log.PeopleLog;
import fwq.journal.options.ByteCount;
import fwq.journal.options.NodeNameOption;
import fwq.journal.options.Secrets;
import fwq.journal.topic.NodeGroup;
import fwq.kit.frame.FrameServer;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.ServerArguments;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.TimeSpan;
import fwq.kit.sqlite.DatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code fwq journal node}. */
@Command(
    name = "fwq journal node",
    description = "Keeps its share of the journal on this machine's disk, and gives receipts.")
public final class NodeMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(NodeMain.class);

  /** An owner whose thread hangs, as over a hung disk, loses its partitions after this time. */
  private static final int POLL_INTERVAL_MILLIS_MAX = 10_000;

  /** Sixty partitions' answers together are some megabytes, whatever the records. */
  private static final int PARTITION_BYTES_MAX = 256 << 10;

  @Mixin private ServerArguments arguments;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      converter = NodeNameOption.class,
      description = "its own name, under which it is known for good, such as north")
  private NodeName name;

  @Option(
      names = "--advertise",
      paramLabel = "HOST",
      converter = Address.class,
      defaultValue = "127.0.0.1",
      description =
          "this machine's name for heads elsewhere (default: ${DEFAULT-VALUE}, for this machine"
              + " alone)")
  private String advertise;

  @Option(
      names = "--session",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      defaultValue = "5s",
      description =
          "how long it may be silent before others take its share (default: ${DEFAULT-VALUE})")
  private Duration session;

  @Option(
      names = "--keep",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      defaultValue = "400d",
      description = "how long records are kept (default: ${DEFAULT-VALUE})")
  private Duration keep;

  @Option(
      names = "--max-bytes",
      paramLabel = "BYTES",
      converter = ByteCount.class,
      defaultValue = "100GiB",
      description =
          "how large the database may grow before its oldest records go (default:"
              + " ${DEFAULT-VALUE})")
  private long bytesMax;

  @Mixin private Secrets.Journal secret;
  @Mixin private CommonOptions options;

  private final Runnable afterStored;

  /** The program as it is. */
  public NodeMain() {
    this(() -> {});
  }

  /**
   * The program with something of a test's.
   *
   * @param afterStored called between each transaction and its receipts
   */
  public NodeMain(Runnable afterStored) {
    this.afterStored = afterStored;
  }

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new NodeMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Path folder = options.data().resolve("journal").resolve(name.text());
    Path file = folder.resolve(JournalDatabase.FILE);
    JournalKey key = secret.key(options.data());
    Clock clock = Clock.systemUTC();
    AtomicReference<DatabaseException> broken = new AtomicReference<>();
    try (Metrics metrics = options.metrics();
        JournalDatabase database = new JournalDatabase(file, key);
        JournalReader reader = new JournalReader(file, key);
        FrameServer server =
            listen(
                new NodeHandler(
                    reader,
                    key,
                    clock,
                    why -> {
                      broken.set(why);
                      stop.request();
                    }))) {
      LOG.info("node {} answers on port {}, its records are in {}", name, server.port(), file);
      Node node =
          new Node(
              parts(key, folder, server.port()),
              database,
              new NodeCounts(new PeopleLog(folder, "records"), clock, metrics),
              clock,
              afterStored);
      node.run(stop);
      if (broken.get() != null) {
        throw broken.get();
      }
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Node.Parts parts(JournalKey key, Path folder, int itsPort) throws Failure {
    HostPort broker = arguments.broker();
    Properties more = options.kafkaProperties();
    Properties group = new Properties();
    group.putAll(more);
    group.put(CommonClientConfigs.CLIENT_ID_CONFIG, NodeGroup.clientId(name));
    group.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_INTERVAL_MILLIS_MAX);
    group.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES_MAX);
    return new Node.Parts(
        name,
        new NodeAddress(advertise, itsPort),
        session,
        new KafkaClients(broker, more),
        new KafkaClients(broker, group),
        key,
        new Rounds.Limits(keep.toMillis(), bytesMax, () -> folder.toFile().getUsableSpace()));
  }

  private FrameServer listen(NodeHandler handler) throws Failure, IOException {
    return FrameServer.listen(
        arguments.listenAt(), handler, FrameServer.Limits.OF_PROGRAMS, Optional.empty());
  }
}
