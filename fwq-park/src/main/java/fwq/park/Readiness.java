package fwq.park;

import fwq.common.programs.Topics;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Finds out by asking whether a program is ready. Each question is asked until it is answered. */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Between two questions to a program that does not listen yet. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Stop stop;

  Readiness(Stop stop) {
    this.stop = stop;
  }

  /**
   * Whether the registry answers; false only when stop was requested.
   *
   * @param certificate the file in which it shows who it is, which it writes when it starts
   */
  boolean registry(HostPort address, Path certificate) throws InterruptedException {
    byte[] question = RegistryCodec.write(new RegistryRequest.Profile(new Secret("none")));
    return answers(question, () -> connect(address, Trust.Only.read(certificate)));
  }

  /** Whether the waiting time server answers; false only when stop was requested. */
  boolean waitingTimeServer(HostPort address) throws InterruptedException {
    return answers(
        WaitsCodec.write(new WaitsRequest(0)), () -> connect(address, new Trust.Plaintext()));
  }

  /** Whether a program has written this file; false only when stop was requested. */
  boolean file(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      if (stop.await(PAUSE)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the broker has FWQ's topics; false only when stop was requested. */
  boolean broker(KafkaClients kafka) throws Failure, InterruptedException {
    return kafka.awaitTopics(stop, 1, Topics.readAll());
  }

  /** Whether the engine has sent a map since this time; false only when stop was requested. */
  boolean engine(KafkaClients kafka, long since) {
    TopicPartition maps = new TopicPartition(VisitTopics.ENGINE.name(), 0);
    try (var consumer = kafka.consumer()) {
      stop.onRequest(consumer::wakeup);
      consumer.assign(List.of(maps));
      consumer.seekToEnd(List.of(maps));
      while (!stop.requested()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(TIMEOUT)) {
          if (isMap(record.value(), since)) {
            return true;
          }
        }
      }
    } catch (WakeupException e) {
      return false;
    }
    return false;
  }

  private static boolean isMap(byte[] value, long since) {
    try {
      return EngineCodec.read(value) instanceof MapFrame frame && frame.at() >= since;
    } catch (BadMessageException e) {
      return false;
    }
  }

  /** A way to reach a program that may not be there yet. */
  @FunctionalInterface
  private interface Way {
    FrameClient connect() throws IOException;
  }

  private static FrameClient connect(HostPort address, Trust trust) throws IOException {
    return FrameClient.connect(address, TIMEOUT, trust);
  }

  private boolean answers(byte[] question, Way way) throws InterruptedException {
    while (!stop.requested()) {
      try (FrameClient client = way.connect()) {
        return client.call(question).length > 0;
      } catch (IOException e) {
        stop.await(PAUSE);
      }
    }
    return false;
  }
}
