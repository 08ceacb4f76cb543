package fwq.kit.program;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that every program has. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class CommonOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where files are kept (default: ${DEFAULT-VALUE})",
      defaultValue = "data")
  private Path data;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "more Kafka client properties, as Kafka's own tools take them")
  private Path kafkaConfig;

  @Option(
      names = "--metrics",
      paramLabel = "[HOST:]PORT",
      converter = ListenAddress.class,
      description =
          "serve metrics as Prometheus text on this port, to this machine alone; to others with an"
              + " address before it, such as 0.0.0.0:9100")
  private HostPort metrics;

  @Option(names = "--parent", paramLabel = "PID", hidden = true)
  private Long parent;

  /** Where files are kept. */
  public Path data() {
    return data;
  }

  /** The file with the operator's own Kafka client properties, if one was given. */
  public Optional<Path> kafkaConfig() {
    return Optional.ofNullable(kafkaConfig);
  }

  /** The operator's own Kafka client properties, or none. */
  public Properties kafkaProperties() throws Failure {
    return kafkaConfig == null ? new Properties() : kafkaProperties(kafkaConfig);
  }

  /** The Kafka client properties in a file. */
  public static Properties kafkaProperties(Path file) throws Failure {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      if (properties.stringPropertyNames().stream().anyMatch(CommonOptions::isSecret)) {
        OwnerOnly.check(file, "user's");
      }
    } catch (UnsafeFileException e) {
      throw new Failure(e.getMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          "the file " + file + " given with --kafka-config cannot be read as properties", e);
    }
    return properties;
  }

  /** Whether this property of Kafka's clients is a password, a key, or has one in it. */
  private static boolean isSecret(String property) {
    return property.contains("password")
        || property.endsWith("sasl.jaas.config")
        || property.endsWith("keystore.key");
  }

  /** Metrics, served where {@code --metrics} says. */
  public Metrics metrics() throws Failure {
    return Metrics.start(metrics);
  }

  /**
   * Has this program log to a file of that name in {@link #data}, for its screen is for something
   * else. To be done before the first logger is made.
   */
  public void logToFile(String name) throws Failure {
    Path log = data.resolve(name);
    try {
      OwnerOnly.folder(data);
      Files.write(log, new byte[0]);
    } catch (IOException e) {
      throw new Failure(
          "the log " + log + " cannot be written; give another folder with --data DIR", e);
    }
    System.setProperty("org.slf4j.simpleLogger.logFile", log.toString());
  }

  /** Ends this program when the one that started it is gone, however that ended. */
  public void stopWithParent() {
    if (parent != null) {
      var _ =
          ProcessHandle.of(parent)
              .map(ProcessHandle::onExit)
              .orElseGet(() -> CompletableFuture.completedFuture(null))
              // Never in this thread, which has to go on to close what it opened.
              .thenRunAsync(() -> System.exit(Program.OK));
    }
  }
}
