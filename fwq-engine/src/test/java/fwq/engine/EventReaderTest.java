package fwq.engine;

import static fwq.engine.Visited.KEYS;
import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.SECRET;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.park.Park;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class EventReaderTest {
  private static final int RECORDS = 2_000;

  /** What a park came to, and what it said. */
  private static final class Fold {
    private final Skipped skipped =
        new Skipped("events", () -> Instant.ofEpochMilli(NOW), Metrics.unserved());
    private final MockProducer<String, byte[]> producer =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Park park = new Park(20);
    private final ParkRoom room =
        new ParkRoom(
            0,
            park,
            77,
            0,
            0,
            KEYS,
            new ParkVoice(Outlet.of(producer), new ParkAudit(_ -> {}, () -> Instant.EPOCH, 0, 77)),
            skipped);

    Fold() {
      room.settle(0, List.of(), NOW);
    }

    List<byte[]> said() {
      return producer.history().stream().map(record -> record.value()).toList();
    }
  }

  /** Guests who enter, walk, leave, log in anew, and others who forge what they say. */
  private static List<ConsumerRecord<String, byte[]>> records(RandomGenerator random) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int offset = 0; offset < RECORDS; offset++) {
      Session login = Visited.session("guest" + random.nextInt(30), NOW + random.nextInt(3));
      Session signer =
          random.nextInt(5) == 0
              ? Visited.session("guest" + random.nextInt(30), NOW + random.nextInt(3))
              : login;
      long at = NOW + offset;
      records.add(
          switch (random.nextInt(12)) {
            case 0, 1 -> Visited.signed(signer, new Enter(login, at), offset, at);
            case 2 -> Visited.signed(signer, new Leave(login.alias(), at), offset, at);
            case 3 -> Visited.record(null, null, offset, at);
            case 4 -> Visited.record(new byte[random.nextInt(20)], null, offset, at);
            case 5 -> {
              byte[] ended = EventCodec.write(new Ended(login));
              byte[] signature =
                  random.nextBoolean()
                      ? RegistryKey.derive(SECRET).sign(0, ended)
                      : new byte[random.nextInt(40)];
              yield Visited.record(ended, signature, offset, at);
            }
            case 6 -> Visited.signed(signer, new Here(login.alias(), at), offset, at);
            default ->
                Visited.signed(
                    signer,
                    new Move(login.alias(), at, Position.ofCell(random.nextInt(3))),
                    offset,
                    at);
          });
    }
    return records;
  }

  @RepeatedTest(5)
  void manyRecordsAtOnceComeToTheSameAsOneByOne() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<ConsumerRecord<String, byte[]>> records = records(random);
    Fold oneByOne = new Fold();
    records.forEach(record -> oneByOne.room.take(List.of(record), NOW));
    Fold atOnce = new Fold();
    for (int next = 0; next < RECORDS; ) {
      int end = Math.min(RECORDS, next + 1 + random.nextInt(700));
      atOnce.room.take(records.subList(next, end), NOW);
      next = end;
    }
    String told = "seed " + seed;
    assertEquals(oneByOne.park.map(List.of()), atOnce.park.map(List.of()), told);
    assertEquals(oneByOne.park.takeChanges(), atOnce.park.takeChanges(), told);
    assertEquals(oneByOne.skipped.count(), atOnce.skipped.count(), told);
    assertTrue(oneByOne.skipped.count() > 100, told);
    assertEquals(oneByOne.said().size(), atOnce.said().size(), told);
    for (int i = 0; i < atOnce.said().size(); i++) {
      assertArrayEquals(oneByOne.said().get(i), atOnce.said().get(i), told);
    }
  }

  @Test
  void newLoginsMovesInTheSameBatchAreChecked() {
    Session first = Visited.session("ana", NOW);
    Session second = Visited.session("ana", NOW + 1);
    Fold fold = new Fold();
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    records.add(Visited.signed(first, new Enter(first, 1), 0, NOW));
    records.add(Visited.signed(second, new Enter(second, 2), 1, NOW));
    records.add(Visited.signed(first, new Move("ana", 3, Position.ofCell(1)), 2, NOW));
    records.add(Visited.signed(second, new Move("ana", 4, Position.ofCell(20)), 3, NOW));
    for (int offset = 4; offset < 100; offset++) {
      records.add(Visited.record(null, null, offset, NOW));
    }
    fold.room.take(records, NOW);
    assertEquals(Position.ofCell(20), fold.park.guest("ana").orElseThrow().position());
    assertEquals(1, fold.skipped.count(), "the first login counts no more");
  }
}
