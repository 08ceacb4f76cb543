package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fwq.common.park.Position;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Someone may write to the topic {@code Visitor} and read all there is, and has tickets that are
 * not good. Ana is inside; whatever the other does, she stays where she is, nobody else comes in,
 * and each try is counted.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileGuestTest {
  private static final Secret PASSWORD = new Secret("correct horse battery");
  private static final SharedSecret ANOTHER = SharedSecret.of(new byte[32]);
  private static final Position THERE = Position.ofCell(21);
  private static final int FORGED_TICKETS = 1_000;

  private final Programs programs = new Programs();
  private final SplittableRandom random = new SplittableRandom(4);
  private HostPort registry;
  private URI metrics;
  private SharedSecret secret;
  private KafkaProducer<String, byte[]> producer;
  private KafkaConsumer<String, byte[]> consumer;
  private Frames frames;
  private LoggedIn ana;
  private long at = System.currentTimeMillis();

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    HostPort broker = Programs.here(FreePort.find());
    registry = Programs.here(FreePort.find());
    int metricsPort = FreePort.find();
    metrics = URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
    Running brokerProgram =
        programs.start("broker", Integer.toString(broker.port()), "--data", data.toString());
    Running registryProgram =
        programs.start(
            "registry",
            Integer.toString(registry.port()),
            "--plaintext",
            "--broker",
            broker.toString(),
            "--data",
            data.toString());
    Running engine =
        programs.start(
            "engine",
            broker.host(),
            Integer.toString(broker.port()),
            "10",
            "127.0.0.1",
            Integer.toString(FreePort.find()),
            "--metrics",
            Integer.toString(metricsPort),
            "--data",
            data.toString());
    brokerProgram.awaitLine("broker listens", Programs.PATIENCE);
    registryProgram.awaitLine("registry listens", Programs.PATIENCE);
    engine.awaitLine("park 0 is ours", Programs.PATIENCE);
    secret = ParkKeys.in(data).file(KeyPurpose.SESSION).read().at(Instant.now()).secret();
    KafkaClients kafka = new KafkaClients(broker, new Properties());
    producer = kafka.producer(0);
    consumer = kafka.consumer();
    consumer.assign(List.of(new TopicPartition(VisitTopics.ENGINE.name(), 0)));
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    frames = new Frames(broker);
    register("ana");
    register("bob");
    ana = login("ana");
  }

  @AfterAll
  void close() {
    producer.close(Duration.ZERO);
    consumer.close();
    frames.close();
    programs.close();
  }

  @Test
  void nobodyEntersMovesOrLeavesAsSomebodyElse() throws Exception {
    var entered = say(ana, new Enter(ana.session(), ++at));
    var moved = say(ana, new Move("ana", ++at, THERE));
    awaitAnaThere(settled());
    double counted = counted();

    List<ProducerRecord<String, byte[]>> tries = new ArrayList<>();
    SessionKey ours = SessionKey.decode(ana.sessionKey());
    SessionKey ofAnother = SessionKey.derive(ANOTHER, ana.session());
    Session bob = new Session("bob", at, at + 3_600_000);
    byte[] bobEnters = EventCodec.write(new Enter(bob, ++at));
    byte[] anaMoves = EventCodec.write(new Move("ana", ++at, Position.ofCell(22)));
    byte[] anaLeaves = EventCodec.write(new Leave("ana", ++at));
    for (byte[] value :
        List.of(anaMoves, anaLeaves, EventCodec.write(new Enter(ana.session(), ++at)))) {
      // Not signed; signed by the key of another park's secret; of the same park's, but another
      // number; with another event's signature; and cut short.
      tries.add(said("ana", value, null));
      tries.add(said("ana", value, ofAnother.sign(0, value)));
      tries.add(said("ana", value, ours.sign(1, value)));
      tries.add(said("ana", value, signature(moved)));
      tries.add(said("ana", value, new byte[0]));
    }
    // In the name of someone outside, with no key, a made up one, and that of one who is inside.
    tries.add(said("bob", bobEnters, null));
    tries.add(said("bob", bobEnters, SessionKey.derive(ANOTHER, bob).sign(0, bobEnters)));
    tries.add(said("bob", bobEnters, ours.sign(0, bobEnters)));
    byte[] bobMoves = EventCodec.write(new Move("bob", ++at, THERE));
    tries.add(said("bob", bobMoves, ours.sign(0, bobMoves)));
    // What ana herself said, again, and in another order, and under another's name.
    tries.addAll(List.of(entered, moved, moved, entered));
    tries.add(said("bob", moved.value(), signature(moved)));
    // Signed as ana does, but no newer than what she said.
    byte[] old = EventCodec.write(new Move("ana", entered.value().length, Position.GATE));
    tries.add(said("ana", old, ours.sign(0, old)));
    // What only the registry may say.
    byte[] ended = EventCodec.write(Ended.upTo("ana", at, at + 3_600_000));
    tries.add(said("ana", ended, null));
    tries.add(said("ana", ended, ours.sign(0, ended)));
    tries.add(said("ana", ended, RegistryKey.derive(ANOTHER).sign(0, ended)));
    // What is nothing at all.
    for (int length = 0; length < 200; length++) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      tries.add(said("ana", noise, signature(moved)));
    }
    tries.add(said("ana", new byte[5_000], null));
    for (var each : tries) {
      write(each);
    }
    awaitAnaThere(settled());
    assertEquals(tries.size(), counted() - counted, "each is counted");
    assertEquals(Set.of(), admittedSince(), "nobody was let in");

    // And ana walks on.
    say(ana, new Move("ana", ++at, Position.ofCell(22)));
    MapFrame frame = settled();
    assertEquals(Position.ofCell(22), frame.map().visitors().getFirst().position());
    say(ana, new Move("ana", ++at, THERE));
    settled();
  }

  @Test
  void loginThatIsOverLetsNobodyIn() throws Exception {
    LoggedIn first = login("bob");
    var entered = say(first, new Enter(first.session(), ++at));
    assertEquals(Set.of("bob"), admittedSince());
    assertInstanceOf(Done.class, ask(new RegistryRequest.Logout(first.ticket())));
    frames.await(
        "bob is sent home",
        Programs.PATIENCE,
        frame -> frame.map().visitors().stream().noneMatch(it -> it.name().equals("bob")));
    assertEquals(Set.of(), admittedSince());
    write(entered);
    say(first, new Enter(first.session(), ++at));
    Session expired = new Session("bob", at, System.currentTimeMillis() - 1);
    byte[] value = EventCodec.write(new Enter(expired, ++at));
    write(said("bob", value, SessionKey.derive(secret, expired).sign(0, value)));
    settled();
    assertEquals(Set.of(), admittedSince());
  }

  @Test
  void ticketThatTheRegistryHasNotSignedIsGoodForNothing() throws Exception {
    String[] parts = login("ana").ticket().reveal().split("\\.");
    String none = base64("{\"alg\":\"none\"}");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String ofBob = base64(claims.replace("ana", "bob"));
    assertNotEquals(ofBob, parts[1]);
    List<String> tickets =
        new ArrayList<>(
            List.of(
                "",
                "..",
                none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                base64("{\"alg\":\"None\",\"typ\":\"JWT\"}") + "." + ofBob + ".",
                parts[0] + "." + ofBob + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(1)));
    for (int i = 0; i < FORGED_TICKETS; i++) {
      StringBuilder changed = new StringBuilder(String.join(".", parts));
      int where = random.nextInt(changed.length() - 1);
      changed.setCharAt(where, changed.charAt(where) == 'A' ? 'B' : 'A');
      tickets.add(changed.toString());
    }
    try (FrameClient client = FrameClient.connect(registry, Duration.ofSeconds(10))) {
      for (String ticket : tickets) {
        Secret forged = new Secret(ticket);
        byte[] reply = client.call(RegistryCodec.write(new RegistryRequest.Profile(forged)));
        assertInstanceOf(RegistryReply.Refused.class, RegistryCodec.readReply(reply), ticket)
            .error();
      }
    }
    // Bob's password is as before, and his name.
    ProfileOf bob =
        assertInstanceOf(ProfileOf.class, ask(new RegistryRequest.Profile(login("bob").ticket())));
    assertEquals("bob", bob.name());
  }

  private void register(String alias) throws Exception {
    assertInstanceOf(
        Done.class,
        ask(
            new RegistryRequest.Register(
                alias, alias, alias + "@example.org", PASSWORD, Optional.empty())));
  }

  private LoggedIn login(String alias) throws Exception {
    return assertInstanceOf(LoggedIn.class, ask(new RegistryRequest.Login(alias, PASSWORD)));
  }

  private RegistryReply ask(RegistryRequest request) throws Exception {
    try (FrameClient client = FrameClient.connect(registry, Duration.ofSeconds(10))) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    }
  }

  private ProducerRecord<String, byte[]> say(LoggedIn login, VisitorEvent event) throws Exception {
    byte[] value = EventCodec.write(event);
    byte[] signature = SessionKey.decode(login.sessionKey()).sign(0, value);
    var record = said(event.alias(), value, signature);
    write(record);
    return record;
  }

  private static ProducerRecord<String, byte[]> said(String key, byte[] value, byte[] signature) {
    var record = new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, key, value);
    if (signature != null) {
      record.headers().add(SessionKey.HEADER, signature);
    }
    return record;
  }

  private static byte[] signature(ProducerRecord<String, byte[]> record) {
    return record.headers().lastHeader(SessionKey.HEADER).value();
  }

  /** Writes it, and gives its offset. */
  private long write(ProducerRecord<String, byte[]> record) throws Exception {
    return producer.send(record).get().offset();
  }

  /** The park once everything has been read that was written by now. */
  private MapFrame settled() throws Exception {
    // Ana says that she is here, so that she is not taken for silent.
    byte[] value = EventCodec.write(new VisitorEvent.Here("ana", ++at));
    long offset = write(said("ana", value, SessionKey.decode(ana.sessionKey()).sign(0, value)));
    return frames.await("all that was said", Programs.PATIENCE, frame -> frame.offset() > offset);
  }

  private static void awaitAnaThere(MapFrame frame) {
    assertEquals(1, frame.map().inside());
    assertEquals("ana", frame.map().visitors().getFirst().name());
    assertEquals(THERE, frame.map().visitors().getFirst().position());
  }

  /** Who was told to be inside since this was last asked. */
  private Set<String> admittedSince() throws Exception {
    Set<String> admitted = new HashSet<>();
    settled();
    TopicPartition engine = consumer.assignment().iterator().next();
    long end = consumer.endOffsets(List.of(engine)).get(engine);
    while (consumer.position(engine) < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        if (EngineCodec.read(record.value()) instanceof ToGuest told
            && told.answer() instanceof fwq.common.talk.visit.EngineMessage.Admitted) {
          admitted.add(record.key());
        }
      }
    }
    admitted.remove("ana");
    return admitted;
  }

  /** How many events the engine has found to be of no use. */
  private double counted() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String text =
          http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      return text.lines()
          .filter(line -> line.startsWith("fwq_events_skipped_total"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
