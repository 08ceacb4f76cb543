package fwq.systemtests;

import fwq.broker.EmbeddedBroker;
import fwq.common.net.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A broker for a test: the official image where docker answers, the embedded one otherwise. Chosen
 * here and nowhere else.
 */
final class TestKafka implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.3.1";

  private final Runnable end;
  private final HostPort address;

  private TestKafka(Runnable end, HostPort address) {
    this.end = end;
    this.address = address;
  }

  /** Starts one; {@code -Dfwq.kafka=embedded} or {@code docker} chooses. */
  static TestKafka start(Path folder) throws IOException {
    String wish = System.getProperty("fwq.kafka", "any");
    if (!wish.equals("embedded") && DockerClientFactory.instance().isDockerAvailable()) {
      try {
        return inDocker();
      } catch (RuntimeException e) {
        if (wish.equals("docker")) {
          throw e;
        }
        // Docker without a way to the image: the embedded broker is as real.
        Programs.progress("docker has no " + IMAGE + " (" + e.getMessage() + ")");
      }
    }
    EmbeddedBroker embedded = EmbeddedBroker.start(folder, Programs.here(Programs.freePort()));
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
