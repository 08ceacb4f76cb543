package fwq.broker;

import fwq.common.file.OwnerOnly;
import fwq.common.net.HostPort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node, broker and controller in one, that keeps its records over a restart. */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String NODE_ID = "1";
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final HostPort address;

  private EmbeddedBroker(KafkaRaftServer server, HostPort address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a broker and waits until it takes records.
   *
   * @param folder where its records are, or are to be
   * @param address what clients connect to; a loopback address is bound alone, any other host
   *     stands for this machine and all its addresses are bound
   * @throws IOException with a sentence, when the folder or the port cannot be used
   */
  public static EmbeddedBroker start(Path folder, HostPort address) throws IOException {
    checkPort(address.port());
    try {
      OwnerOnly.folder(folder);
      if (!Files.exists(folder.resolve("meta.properties"))) {
        format(folder);
      }
    } catch (IOException e) {
      throw new IOException(
          "the folder "
              + folder
              + " cannot be used for records ("
              + e.getMessage()
              + "); give another with --data DIR",
          e);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(settings(folder, address, freePort()), false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, address);
  }

  /** What clients connect to. */
  public HostPort address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws IOException {
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
            .setNodeId(Integer.parseInt(NODE_ID))
            .setClusterId(Uuid.randomUuid().toString())
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setControllerListenerName(CONTROLLER)
            .addDirectory(folder.toString())
            .setMetadataLogDirectory(folder.toString());
    try {
      formatter.run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Properties settings(Path folder, HostPort address, int controllerPort) {
    boolean loopback = address.host().equals("127.0.0.1") || address.host().equals("localhost");
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", NODE_ID);
    settings.put("log.dirs", folder.toString());
    settings.put(
        "listeners",
        "PLAINTEXT://"
            + (loopback ? "127.0.0.1" : "")
            + ":"
            + address.port()
            + ","
            + CONTROLLER
            + "://127.0.0.1:"
            + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://" + address);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    // One node: nothing to replicate to.
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // A few groups and transactions: fewer partitions are opened faster at start.
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    // An engine that was killed is replaced within 3 s, so its session must be allowed to be short.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    // After a kill the controller waits so long for the old broker before it takes the new one.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // FWQ creates its topics with their settings; a misspelt name should not make one without.
    settings.put("auto.create.topics.enable", "false");
    // Sized for one machine with a park on it.
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.dedupe.buffer.size", "16777216");
    settings.put("controlled.shutdown.enable", "false");
    return settings;
  }

  private static void checkPort(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IOException(
          "port " + port + " is taken by another program; give another, as in: fwq broker 9192", e);
    }
  }

  /** The controller talks to itself alone, so any port will do, another one each time. */
  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
