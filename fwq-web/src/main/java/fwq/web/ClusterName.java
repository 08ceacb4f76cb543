package fwq.web;

import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * What the API's ids are made of: the name that was given, or else the id of Kafka's cluster, which
 * is found out as soon as the broker is there.
 */
final class ClusterName implements Supplier<Optional<String>> {
  private static final Duration QUESTION = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private volatile Optional<String> name;

  /** This one, where it is given. */
  ClusterName(Optional<String> given) {
    this.name = given;
  }

  /** Finds it out on a thread of its own, if it is not known. */
  void find(KafkaClients kafka, Stop stop) {
    if (name.isEmpty()) {
      Thread.ofVirtual().name("installation").start(() -> ask(kafka, stop));
    }
  }

  private void ask(KafkaClients kafka, Stop stop) {
    try {
      while (name.isEmpty() && !stop.await(PAUSE)) {
        try (Admin admin = kafka.admin(QUESTION)) {
          name = Optional.of(admin.describeCluster().clusterId().get());
        } catch (ExecutionException | KafkaException e) {
          // The links say that the broker is away; this one waits for it, too.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<String> get() {
    return name;
  }
}
