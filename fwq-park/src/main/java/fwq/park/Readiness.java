package fwq.park;

import fwq.common.programs.ParkPart.Ready;
import fwq.common.programs.ProgramRow;
import fwq.common.programs.Topics;
import fwq.kit.frame.FrameClient;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Finds out by asking whether a program is ready. Each question is asked until it is answered. */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Between two questions to a program that does not listen yet. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Every conversation has a reply to this: that it does not know it. */
  private static final byte[] QUESTION = "{}".getBytes(StandardCharsets.UTF_8);

  private final Plan plan;
  private final Stop stop;

  Readiness(Plan plan, Stop stop) {
    this.plan = plan;
    this.stop = stop;
  }

  /** Waits until this program is ready; false only when stop was requested. */
  boolean await(ProgramRow row, Ready ready) throws Failure, InterruptedException {
    return switch (ready) {
      case Ready.Topics _ -> kafka().awaitTopics(stop, 1, Topics.readAll());
      case Ready.Frame it -> answers(row, it.tls());
      case Ready.Written it -> written(it.topic());
    };
  }

  /**
   * Waits until the broker has written all users' files, of which the operator's is the last, if it
   * writes any; false only when stop was requested.
   */
  boolean users() throws InterruptedException {
    Optional<Path> operator = plan.userFile("admin");
    while (operator.isPresent() && !Files.exists(operator.get())) {
      if (stop.await(PAUSE)) {
        return false;
      }
    }
    return true;
  }

  private KafkaClients kafka() throws Failure {
    Optional<Path> operator = plan.userFile("admin");
    return new KafkaClients(
        plan.broker(),
        operator.isPresent() ? CommonOptions.kafkaProperties(operator.get()) : new Properties());
  }

  private boolean written(String topic) throws Failure {
    List<TopicPartition> park = List.of(new TopicPartition(topic, 0));
    try (var consumer = kafka().consumer()) {
      stop.onRequest(consumer::wakeup);
      consumer.assign(park);
      consumer.seekToEnd(park);
      while (!stop.requested()) {
        if (!DamagedRecords.poll(consumer, TIMEOUT).isEmpty()) {
          return true;
        }
      }
    } catch (WakeupException e) {
      return false;
    }
    return false;
  }

  private boolean answers(ProgramRow row, boolean tls) throws InterruptedException {
    HostPort address = new HostPort("127.0.0.1", plan.port(row).orElseThrow());
    // The certificate is written when the program starts.
    Path certificate = plan.data().resolve(row.command() + ".crt");
    while (!stop.requested()) {
      try (FrameClient client =
          FrameClient.connect(
              address, TIMEOUT, tls ? Trust.Only.read(certificate) : new Trust.Plaintext())) {
        return client.call(QUESTION).length > 0;
      } catch (IOException e) {
        stop.await(PAUSE);
      }
    }
    return false;
  }
}
