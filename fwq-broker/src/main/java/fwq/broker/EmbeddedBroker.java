package fwq.broker;

import fwq.kit.file.OwnerOnly;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  private final KafkaRaftServer server;
  private final HostPort address;

  private EmbeddedBroker(KafkaRaftServer server, HostPort address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a broker that lets anybody do anything, and waits until it takes records.
   *
   * @param folder where its records are, or are to be
   * @param address what clients connect to; a loopback address is bound alone, any other host
   *     stands for this machine and all its addresses are bound
   * @throws IOException with a sentence, when the folder or the port cannot be used
   */
  public static EmbeddedBroker start(Path folder, HostPort address) throws IOException {
    // The node talks to itself alone there, so any port will do, another one each time.
    return start(folder, address, NodeSettings.open(folder, address, FreePort.find()));
  }

  /**
   * Starts a broker that lets in nobody but itself, until it is told of others, and waits until it
   * takes records.
   *
   * @param folder where its records are, or are to be
   * @param address what clients connect to, as in {@link #start}
   * @param own where the broker connects to itself, on the loopback address
   * @param identity who it is, to clients and to itself
   * @param guestsRecheck how often a guest has to show its pass again
   * @throws IOException with a sentence, when the folder or a port cannot be used
   */
  static EmbeddedBroker startSecured(
      Path folder, HostPort address, HostPort own, Identity identity, Duration guestsRecheck)
      throws IOException {
    return start(
        folder,
        address,
        NodeSettings.secured(folder, address, own, FreePort.find(), identity, guestsRecheck));
  }

  private static EmbeddedBroker start(Path folder, HostPort address, Properties settings)
      throws IOException {
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
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
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
            .setNodeId(NodeSettings.NODE_ID)
            .setClusterId(Uuid.randomUuid().toString())
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setControllerListenerName(NodeSettings.CONTROLLER)
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

  private static void checkPort(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IOException(
          "port " + port + " is taken by another program; give another, as in: fwq broker 9192", e);
    }
  }
}
