package fwq.trials.siege;

import static java.nio.charset.StandardCharsets.UTF_8;

import fwq.common.park.RideStatus;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Somebody who can write to the broker says, unsigned, forged and again, how long lines are, beside
 * the sensor of ride 0, which signs.
 *
 * @param options of the waiting time server
 */
record FalseWaits(Programs programs, Path data, List<String> options) {
  private static final TopicPartition SD = new TopicPartition(SensorTopics.SD.name(), 0);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int STEPS = 50;
  private static final int STEPS_MAX = 600;
  private static final int FALSE = 239;

  /** Whether the sensor's word stands. */
  boolean isHeld() throws Exception {
    HostPort broker = Programs.here(FreePort.find());
    HostPort server = Programs.here(FreePort.find());
    String at = Integer.toString(broker.port());
    programs
        .start("broker", at, "--data", data.toString())
        .awaitLine("broker listens", Programs.PATIENCE);
    Running waits =
        programs.start(
            "waitingtimeserver",
            Integer.toString(server.port()),
            broker.host(),
            at,
            "--give-keys=" + data,
            "--data=" + data,
            options.isEmpty() ? "--parks=1" : options.getFirst());
    waits.awaitLine("waiting time server listens", Programs.PATIENCE);
    programs.start("sensor", "0", broker.host(), at, "--key=" + data.resolve("0-0.key"));
    KafkaClients kafka = new KafkaClients(broker, new Properties());
    try (KafkaConsumer<String, byte[]> reader = kafka.consumer();
        KafkaProducer<String, byte[]> liar = kafka.producer(0)) {
      return isHeld(server, reader, liar);
    }
  }

  private static boolean isHeld(
      HostPort server, KafkaConsumer<String, byte[]> reader, KafkaProducer<String, byte[]> liar)
      throws IOException, BadMessageException {
    reader.assign(List.of(SD));
    reader.seekToBeginning(List.of(SD));
    ConsumerRecord<String, byte[]> first = null;
    for (int step = 0; step < STEPS_MAX && (first == null || queue(server) < 0); step++) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(STEP)) {
        first = first == null ? record : first;
      }
    }
    if (first == null) {
      return false;
    }
    for (int step = 0; step < STEPS; step++) {
      var _ = liar.send(new ProducerRecord<>(SD.topic(), 0, "0", lie()));
      var _ = liar.send(signed(lie(), forged()));
      var _ = liar.send(signed(first.value(), first.headers().lastHeader(SessionKey.HEADER)));
      var _ = reader.poll(STEP);
      if (queue(server) == FALSE) {
        return false;
      }
    }
    return queue(server) >= 0;
  }

  private static byte[] lie() {
    return "[0,%d]".formatted(FALSE).getBytes(UTF_8);
  }

  private static Header forged() {
    SensorKey key = new SensorKey(SharedSecret.of(new byte[32]));
    return new RecordHeader(SessionKey.HEADER, key.sign(0, System.currentTimeMillis(), lie()));
  }

  private static ProducerRecord<String, byte[]> signed(byte[] value, Header signature) {
    return new ProducerRecord<>(SD.topic(), 0, "0", value, List.of(signature));
  }

  /** People in line at ride 0, as engines are told; -1 where nobody knows. */
  private static int queue(HostPort server) throws IOException, BadMessageException {
    try (FrameClient client = FrameClient.connect(server, Programs.PATIENCE)) {
      return switch (WaitsCodec.readReply(client.call(WaitsCodec.write(new WaitsRequest(0))))) {
        case WaitsReply.Waits(List<RideStatus> rides) -> rides.getFirst().queue().orElse(-1);
        case WaitsReply.Refused _ -> -1;
      };
    }
  }
}
