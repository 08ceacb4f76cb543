package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Ed25519;
import fwq.common.signing.EngineKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.Seal;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class ParkLinkTest {
  private static final int PARK = 3;
  private static final TopicPartition ENGINE = new TopicPartition("Engine", PARK);
  private static final TopicPartition OTHER = new TopicPartition("Engine", 1);
  private static final Session SESSION = new Session("ana", 5, 1_000);
  private static final SessionKey KEY = SessionKey.derive(SharedSecret.of(new byte[32]), SESSION);
  private static final SharedSecret ENGINE_SECRET = SharedSecret.of(new byte[32]);
  private static final Admitted ADMITTED = new Admitted(5, Position.GATE);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          new Cluster(
              "mock",
              List.of(new Node(0, "localhost", 1)),
              IntStream.rangeClosed(0, PARK)
                  .mapToObj(it -> new PartitionInfo("Visitor", it, null, new Node[0], new Node[0]))
                  .toList(),
              Set.of(),
              Set.of()),
          true,
          null,
          new StringSerializer(),
          new ByteArraySerializer());
  private final Heard ana = new Heard();
  private final Heard crowd = new Heard();
  private EngineLink engines;
  private ParkLink link;
  private long offset = 70;
  private volatile EngineTrust.Known known = EngineTrust.WHOEVER.now();

  @BeforeEach
  void open() throws Exception {
    consumer.updateBeginningOffsets(Map.of(ENGINE, 0L));
    consumer.updateEndOffsets(Map.of(ENGINE, offset));
    consumer.updateBeginningOffsets(Map.of(OTHER, 0L));
    consumer.updateEndOffsets(Map.of(OTHER, 5L));
    engines =
        new EngineLink(
            new KafkaClients(new HostPort("localhost", 9092), new Properties()),
            consumer,
            producer,
            () -> known,
            InstantSource.fixed(Instant.EPOCH),
            Metrics.unserved());
    link = engines.link(PARK, new Stop()).orElseThrow();
  }

  @AfterEach
  void close() {
    link.close();
    assertTrue(consumer.closed());
    assertTrue(producer.closed());
  }

  @Test
  void readsThePartitionOnItsOwnInsteadOfSharingItInAGroup() {
    assertEquals(Set.of(ENGINE), consumer.assignment());
    assertEquals(Set.of(), consumer.subscription());
  }

  @Test
  void isAtTheEndOfTheTopicBeforeAnythingIsSaid() {
    assertEquals(List.of(), producer.history());
    assertEquals(70, consumer.position(ENGINE));
  }

  @Test
  void aFrameGoesToEachListenerOnceAndAnAnswerToItsOwner() throws Exception {
    link.listen("ana", ana);
    link.listen("guest-1", crowd);
    link.listen("guest-2", crowd);
    MapFrame frame = new MapFrame(PARK, 1, 1, 1, 1, ParkMap.EMPTY);
    says("map", EngineCodec.write(frame));
    says("guest-2", told(1));
    says("ana", told(1));
    says("nobody", told(1));
    assertEquals(frame, ana.next());
    assertEquals("ana " + ADMITTED, ana.next());
    assertEquals(frame, crowd.next());
    assertEquals("guest-2 " + ADMITTED, crowd.next());
    assertTrue(ana.all.isEmpty());
    assertTrue(crowd.all.isEmpty());
  }

  @Test
  void aMapOfAnotherParkIsIgnored() throws Exception {
    link.listen("ana", ana);
    MapFrame ours = new MapFrame(PARK, 1, 1, 1, 1, ParkMap.EMPTY);
    says("map", EngineCodec.write(new MapFrame(0, 9, 9, 9, 9, ParkMap.EMPTY)));
    says("map", EngineCodec.write(ours));
    assertEquals(ours, ana.next());
  }

  @Test
  void oneReaderHearsSeveralParksAndEachGuestItsOwn() throws Exception {
    ParkLink other = engines.link(OTHER.partition(), new Stop()).orElseThrow();
    assertEquals(Set.of(ENGINE, OTHER), consumer.assignment());
    assertEquals(5, consumer.position(OTHER));
    link.listen("ana", ana);
    other.listen("ana", crowd);
    MapFrame ours = new MapFrame(PARK, 1, 1, 1, 1, ParkMap.EMPTY);
    MapFrame theirs = new MapFrame(OTHER.partition(), 1, 1, 1, 1, ParkMap.EMPTY);
    says("map", EngineCodec.write(ours));
    says(OTHER, 5, "map", EngineCodec.write(theirs));
    says(OTHER, 6, "ana", told(1));
    assertEquals(ours, ana.next());
    assertEquals(theirs, crowd.next());
    assertEquals("ana " + ADMITTED, crowd.next());
    assertTrue(ana.all.isEmpty());
  }

  @Test
  void whatIsHeardOfOneParkGoesOnWhereAnotherJoins() throws Exception {
    link.listen("ana", ana);
    consumer.schedulePollTask(
        () -> consumer.setOffsetsException(new TimeoutException("the broker does not say")));
    says("ana", told(1));
    var _ = engines.link(OTHER.partition(), new Stop()).orElseThrow();
    assertEquals("ana " + ADMITTED, ana.next());
    assertEquals(Set.of(ENGINE, OTHER), consumer.assignment());
  }

  @Test
  void aGuestWhoIsCalledMapGetsItsAnswers() throws Exception {
    link.listen("map", ana);
    says("map", told(1));
    assertEquals("map " + ADMITTED, ana.next());
  }

  @Test
  void whatCannotBeReadIsSkipped() throws Exception {
    link.listen("ana", ana);
    says("ana", "{".getBytes(StandardCharsets.UTF_8));
    says("ana", new byte[0]);
    says("ana", null);
    says(null, told(1));
    says("map", "{\"type\":\"map\"}".getBytes(StandardCharsets.UTF_8));
    says("ana", told(1));
    assertEquals("ana " + ADMITTED, ana.next());
  }

  @Test
  void aTroubledConsumerGoesOn() throws Exception {
    link.listen("ana", ana);
    consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("a hiccup")));
    says("ana", told(1));
    assertEquals("ana " + ADMITTED, ana.next());
  }

  @Test
  void nobodyIsToldAfterForgetting() throws Exception {
    link.listen("ana", ana);
    link.listen("guest-1", crowd);
    link.forget("ana");
    says("ana", told(1));
    says("map", EngineCodec.write(new MapFrame(PARK, 1, 1, 1, 1, ParkMap.EMPTY)));
    assertTrue(crowd.next() instanceof MapFrame);
    assertTrue(ana.all.isEmpty());
  }

  @Test
  void whatIsSaidIsSignedForThisParkAndKeyedByTheAlias() {
    VisitorEvent event = new VisitorEvent.Move("ana", 7, Position.ofCell(1));
    link.send(event, KEY);
    ProducerRecord<String, byte[]> said = producer.history().getFirst();
    assertEquals("Visitor", said.topic());
    assertEquals(PARK, said.partition());
    assertEquals("ana", said.key());
    assertArrayEquals(EventCodec.write(event), said.value());
    assertTrue(KEY.verify(PARK, said.value(), said.headers().lastHeader("sig").value()));
    assertFalse(KEY.verify(0, said.value(), said.headers().lastHeader("sig").value()));
  }

  @Test
  void aBrokerThatTakesNothingHurtsNobody() {
    producer.sendException = new TimeoutException("no place");
    assertDoesNotThrow(() -> link.send(new VisitorEvent.Here("ana", 7), KEY));
    producer.sendException = null;
    link.send(new VisitorEvent.Here("ana", 8), KEY);
    assertEquals(1, producer.history().size());
  }

  @Test
  void whatAnEngineSaysThatLostTheParkIsNotBelieved() throws Exception {
    link.listen("ana", ana);
    says("ana", told(5));
    says("ana", told(4));
    says("map", EngineCodec.write(new MapFrame(PARK, 4, 99, 1, 1, ParkMap.EMPTY)));
    MapFrame newer = new MapFrame(PARK, 6, 1, 1, 1, ParkMap.EMPTY);
    says("map", EngineCodec.write(newer));
    says("ana", told(5));
    says("ana", told(6));
    assertEquals("ana " + ADMITTED, ana.next());
    assertEquals(newer, ana.next());
    assertEquals("ana " + ADMITTED, ana.next());
    assertTrue(ana.all.isEmpty());
  }

  @Test
  void whatNoEngineHasSignedIsNotShownOnceTheirKeysAreKnown() throws Exception {
    link.listen("ana", ana);
    MapFrame forged = new MapFrame(PARK, 99, 99, 1, 1, ParkMap.EMPTY);
    says("map", EngineCodec.write(forged));
    assertEquals(forged, ana.next(), "as long as nobody knows engines");
    known = new EngineTrust.Known(EngineKeys.of(Keyring.of(ENGINE_SECRET)), 0);
    MapFrame frame = new MapFrame(PARK, 1, 1, 1, 1, ParkMap.EMPTY);
    says("map", EngineCodec.write(forged));
    says("ana", told(99));
    signs("map", EngineCodec.write(frame));
    signs("ana", told(1));
    assertEquals(frame, ana.next());
    assertEquals("ana " + ADMITTED, ana.next());
    assertTrue(ana.all.isEmpty());
  }

  private void signs(String key, byte[] value) {
    byte[] seal =
        Seal.seal(
                List.of(Seal.leaf(PARK, key, value)),
                0,
                ENGINE_SECRET.id(),
                Ed25519.pair(ENGINE_SECRET).getPrivate())
            .getFirst();
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(ENGINE.topic(), PARK, offset++, key, value);
    record.headers().add(Seal.HEADER, seal);
    consumer.schedulePollTask(() -> consumer.addRecord(record));
  }

  private static byte[] told(long epoch) {
    return EngineCodec.write(new ToGuest(epoch, ADMITTED));
  }

  private void says(String key, byte[] value) {
    says(ENGINE, offset++, key, value);
  }

  private void says(TopicPartition park, long offset, String key, byte[] value) {
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(
                new ConsumerRecord<>(park.topic(), park.partition(), offset, key, value)));
  }

  /** What a listener was told. */
  private static final class Heard implements ParkLink.Listener {
    final BlockingQueue<Object> all = new LinkedBlockingQueue<>();

    @Override
    public void frame(MapFrame frame) {
      all.add(frame);
    }

    @Override
    public void answer(String alias, Answer answer) {
      all.add(alias + " " + answer);
    }

    Object next() throws InterruptedException {
      return all.poll(10, TimeUnit.SECONDS);
    }
  }
}
