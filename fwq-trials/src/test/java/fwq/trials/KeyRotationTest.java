package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every key is replaced in a folder that an older version made, under walking guests: nobody is
 * thrown out, and what each key is for goes on with the new one.
 */
@Timeout(240)
final class KeyRotationTest {
  private static final int CROWD = 20;
  private static final Secret PASSWORD = new Secret("correct horse battery");

  /** Less than fwq keys rotate takes, and more than programs need to see it. */
  private static final Duration LEAD = Duration.ofSeconds(4);

  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path data;
  private HostPort broker;
  private HostPort registry;
  private final TopicPartition answers = new TopicPartition(VisitTopics.ENGINE.name(), 0);

  @Test
  void everyKeyIsReplacedUnderWalkingGuestsAndNobodyIsGone() throws Exception {
    broker = Programs.here(FreePort.find());
    registry = Programs.here(FreePort.find());
    SharedSecret older = SharedSecret.loadOrCreate(data.resolve("secret"), RANDOM);
    ParkKeys keys = ParkKeys.in(data);
    try (Programs programs = new Programs()) {
      Running engine = open(programs);
      try (Frames frames = new Frames(broker);
          KafkaConsumer<String, byte[]> told =
              new KafkaClients(broker, new Properties()).consumer()) {
        told.assign(List.of(answers));
        told.seekToBeginning(told.assignment());
        crowd(programs);
        frames.await("all guests", Programs.PATIENCE, frame -> frame.map().inside() == CROWD);
        register();
        LoggedIn early = login();

        assertEquals(
            older.id(), keys.file(KeyPurpose.SESSION).read().at(Instant.now()).id(), "goes on");
        Instant since = Instant.now().plus(LEAD);
        for (KeyPurpose each : KeyPurpose.values()) {
          keys.rotate(each, since, Instant.now(), RANDOM);
        }
        LoggedIn late = loginWith(keys.file(KeyPurpose.TICKET).read().at(since).id());
        assertTrue(late.session().issuedAt() >= since.toEpochMilli());

        assertInstanceOf(ProfileOf.class, ask(new RegistryRequest.Profile(early.ticket())));
        enter(late);
        assertEquals(List.of(new Admitted(issuedAt(late), Position.GATE)), awaitTold(told));
        assertInstanceOf(Done.class, ask(new RegistryRequest.Logout(late.ticket())));
        assertEquals(List.of(new Gone(issuedAt(late), Departure.ENDED)), awaitTold(told));
        operate(programs, "capacity", "500");

        engine.kill();
        engine(programs).awaitLine("park 0 is ours", Programs.PATIENCE);
        frames.skipToNow();
        MapFrame one = frames.await("the new owner's", Programs.PATIENCE, _ -> true);
        MapFrame next =
            frames.await(
                "guests that walk",
                Programs.PATIENCE,
                frame -> frame.offset() > one.offset() + 10 * CROWD);
        assertEquals(CROWD, next.map().inside());
        assertEquals(List.of(), nextTold(told), "nobody is out");
        assertEquals(2 * KeyPurpose.values().length + 1, list(programs).size());
      }
    }
  }

  private Running open(Programs programs) throws Exception {
    programs
        .start("broker", Integer.toString(broker.port()), "--data", data.toString())
        .awaitLine("broker listens", Programs.PATIENCE);
    programs
        .start(
            "registry",
            Integer.toString(registry.port()),
            "--broker",
            broker.toString(),
            "--data",
            data.toString())
        .awaitLine("registry listens", Programs.PATIENCE);
    Running engine = engine(programs);
    engine.awaitLine("park 0 is ours", Programs.PATIENCE);
    return engine;
  }

  private Running engine(Programs programs) throws Exception {
    return programs.start(
        "engine",
        broker.host(),
        Integer.toString(broker.port()),
        "100",
        "127.0.0.1",
        Integer.toString(FreePort.find()),
        "--data",
        data.toString());
  }

  private void crowd(Programs programs) throws Exception {
    programs.start(
        "visitor",
        registry.host(),
        Integer.toString(registry.port()),
        broker.host(),
        Integer.toString(broker.port()),
        "--trust",
        data.resolve("registry.crt").toString(),
        "--crowd",
        Integer.toString(CROWD),
        "--data",
        data.resolve("crowd").toString());
  }

  private void operate(Programs programs, String... word) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(word));
    arguments.addAll(List.of("--broker", broker.toString(), "--data", data.toString()));
    Running operate = programs.start("operate", arguments.toArray(String[]::new));
    assertEquals(0, operate.awaitExit(Programs.PATIENCE), operate::said);
  }

  /** What fwq keys says, where tickets have had three keys: the one secret, its own, a new one. */
  private List<String> list(Programs programs) throws Exception {
    Running keys = programs.start("keys", "--data", data.toString());
    assertEquals(0, keys.awaitExit(Programs.PATIENCE), keys::said);
    return keys.lines();
  }

  private RegistryReply ask(RegistryRequest request) throws Exception {
    try (FrameClient client =
        FrameClient.connect(
            registry, Duration.ofSeconds(10), Trust.Only.read(data.resolve("registry.crt")))) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    }
  }

  private void register() throws Exception {
    assertInstanceOf(
        Done.class,
        ask(new RegistryRequest.Register("eva", "Eva", "e@b.org", PASSWORD, Optional.empty())));
  }

  private LoggedIn login() throws Exception {
    return assertInstanceOf(LoggedIn.class, ask(new RegistryRequest.Login("eva", PASSWORD)));
  }

  /** Logs in again and again until the ticket is signed with this key. */
  private LoggedIn loginWith(String id) throws Exception {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      LoggedIn login = login();
      String header = login.ticket().reveal().split("\\.", 2)[0];
      if (new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8).contains(id)) {
        return login;
      }
    }
    throw new AssertionError("no ticket is signed with the new key");
  }

  private void enter(LoggedIn login) throws Exception {
    byte[] value =
        EventCodec.write(new VisitorEvent.Enter(login.session(), System.currentTimeMillis()));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, "eva", value);
    record.headers().add(SessionKey.HEADER, SessionKey.decode(login.sessionKey()).sign(0, value));
    try (var producer = new KafkaClients(broker, new Properties()).producer(0)) {
      producer.send(record).get();
    }
  }

  private static long issuedAt(LoggedIn login) {
    return login.session().issuedAt();
  }

  private List<Answer> awaitTold(KafkaConsumer<String, byte[]> told) throws Exception {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<Answer> heard = nextTold(told);
      if (!heard.isEmpty()) {
        return heard;
      }
    }
    throw new AssertionError("eva was told nothing");
  }

  /** What eva was told since this was last asked, and who else is out. */
  private List<Answer> nextTold(KafkaConsumer<String, byte[]> told) throws Exception {
    List<Answer> heard = new ArrayList<>();
    long end = told.endOffsets(List.of(answers)).get(answers);
    while (told.position(answers) < end) {
      for (ConsumerRecord<String, byte[]> record : told.poll(Duration.ofMillis(100))) {
        if (EngineCodec.read(record.value()) instanceof ToGuest(long _, Answer answer)
            && (record.key().equals("eva")
                || answer instanceof Gone
                || answer instanceof Refused)) {
          heard.add(answer);
        }
      }
    }
    return heard;
  }
}
