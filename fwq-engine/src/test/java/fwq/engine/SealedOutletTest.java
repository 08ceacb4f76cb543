package fwq.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.EngineKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.Seal;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.VisitTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SealedOutletTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final SharedSecret FIRST = SharedSecret.of(new byte[32]);
  private static final SharedSecret SECOND = SensorKey.ofRide(FIRST, 0, 0);
  private static final Keyring KEYS = Keyring.of(FIRST).with(SECOND, NOW.plusSeconds(10));

  private volatile Instant now = NOW;
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final SealedOutlet outlet = new SealedOutlet(producer, () -> KEYS, () -> now);

  private Future<?> says(int park, String text) {
    return outlet.send(
        new ProducerRecord<>(VisitTopics.ENGINE.name(), park, "map", text.getBytes(UTF_8)),
        (_, _) -> {});
  }

  private static Seal seal(ProducerRecord<String, byte[]> record) {
    return Seal.read(record.headers().lastHeader(Seal.HEADER).value()).orElseThrow();
  }

  private static String statement(ProducerRecord<String, byte[]> record) {
    return HexFormat.of()
        .formatHex(
            seal(record).statement(Seal.leaf(record.partition(), record.key(), record.value())));
  }

  @Test
  void everyRecordIsSignedInItsOrderAndManyAreOneSignature() throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (int park = 0; park < 500; park++) {
      sent.add(says(park, "frame " + park));
    }
    for (Future<?> each : sent) {
      each.get(10, TimeUnit.SECONDS);
    }
    List<ProducerRecord<String, byte[]>> all = producer.history();
    Set<String> statements =
        all.stream().map(SealedOutletTest::statement).collect(Collectors.toSet());
    assertTrue(statements.size() < 100, "rounds " + statements.size());
    for (int park = 0; park < 500; park++) {
      ProducerRecord<String, byte[]> record = all.get(park);
      assertEquals(park, record.partition());
      assertEquals(NOW.toEpochMilli(), seal(record).at());
    }
    for (ProducerRecord<String, byte[]> record : List.of(all.getFirst(), all.getLast())) {
      byte[] statement = HexFormat.of().parseHex(statement(record));
      assertTrue(
          seal(record).isSigned(statement, EngineKeys.of(KEYS).find(FIRST.id()).orElseThrow()));
    }
    outlet.close(Duration.ofSeconds(5));
  }

  @Test
  void keyOfTheMomentSignsAndTheTimeDoesNotFallUnlessTheClockIsSetBackByMuch() throws Exception {
    says(0, "a").get(10, TimeUnit.SECONDS);
    now = NOW.minusSeconds(30);
    says(0, "b").get(10, TimeUnit.SECONDS);
    now = NOW.plusSeconds(10);
    says(0, "c").get(10, TimeUnit.SECONDS);
    now = NOW.minusSeconds(3_600);
    says(0, "d").get(10, TimeUnit.SECONDS);
    List<Seal> seals = producer.history().stream().map(SealedOutletTest::seal).toList();
    assertEquals(
        List.of(
            NOW.toEpochMilli(),
            NOW.toEpochMilli(),
            NOW.plusSeconds(10).toEpochMilli(),
            NOW.minusSeconds(3_600).toEpochMilli()),
        seals.stream().map(Seal::at).toList());
    assertEquals(
        List.of(FIRST.id(), FIRST.id(), SECOND.id(), FIRST.id()),
        seals.stream().map(Seal::keyId).toList());
    outlet.close(Duration.ofSeconds(5));
  }

  @Test
  void whatIsSaidElsewhereIsNotSignedAndDoesNotWait() throws Exception {
    var _ =
        outlet.send(
            new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, null, new byte[0]), (_, _) -> {});
    assertNull(producer.history().getFirst().headers().lastHeader(Seal.HEADER));
    outlet.close(Duration.ofSeconds(5));
  }

  @Test
  void whatCannotBeSentIsToldAndWhatWaitsIsSentBeforeItCloses() throws Exception {
    producer.sendException = new TimeoutException("no place");
    Future<?> lost = says(0, "a");
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> lost.get(10, TimeUnit.SECONDS));
    assertInstanceOf(TimeoutException.class, e.getCause());
    producer.sendException = null;
    List<Future<?>> last = List.of(says(0, "b"), says(0, "c"), says(1, "d"));
    outlet.close(Duration.ofSeconds(5));
    assertTrue(last.stream().allMatch(Future::isDone));
    assertEquals(3, producer.history().size());
    assertTrue(producer.closed());
  }
}
