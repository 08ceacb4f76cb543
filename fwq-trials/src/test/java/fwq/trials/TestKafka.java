package fwq.trials;

import com.github.dockerjava.api.exception.NotFoundException;
import fwq.broker.EmbeddedBroker;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A broker for a test: the embedded one, which starts in a second, or the official image. Chosen
 * here and nowhere else.
 */
final class TestKafka implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.4.0";

  private final Runnable end;
  private final HostPort address;

  private TestKafka(Runnable end, HostPort address) {
    this.end = end;
    this.address = address;
  }

  /** Starts the embedded one; {@code -Dfwq.kafka=docker} makes it the official image. */
  static TestKafka start(Path folder) throws IOException {
    return wanted().equals("docker") ? inDocker() : embedded(folder);
  }

  /**
   * Starts the official image where docker answers and has it already, so that no test waits for a
   * registry; the embedded one otherwise, and with {@code -Dfwq.kafka=embedded}.
   */
  static TestKafka startOfficial(Path folder) throws IOException {
    boolean docker = wanted().equals("docker") || (wanted().equals("any") && dockerHasImage());
    return docker ? inDocker() : embedded(folder);
  }

  private static String wanted() {
    return System.getProperty("fwq.kafka", "any");
  }

  private static boolean dockerHasImage() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return false;
    }
    try {
      DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static TestKafka embedded(Path folder) throws IOException {
    EmbeddedBroker embedded = EmbeddedBroker.start(folder, Programs.here(FreePort.find()));
    Programs.progress("embedded broker at " + embedded.address());
    return new TestKafka(embedded::close, embedded.address());
  }

  private static TestKafka inDocker() {
    KafkaContainer container =
        new KafkaContainer(DockerImageName.parse(IMAGE))
            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
    container.start();
    HostPort address = new HostPort(container.getHost(), container.getFirstMappedPort());
    Programs.progress("broker in docker at " + address);
    return new TestKafka(container::stop, address);
  }

  HostPort address() {
    return address;
  }

  @Override
  public void close() {
    end.run();
  }
}
