package fwq.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.programs.Installation;
import fwq.common.signing.Ed25519;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.guest.GuestPass;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Stop;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guest is somebody to a broker with users, and nobody but a guest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
final class GuestPrincipalTest {
  private static final Duration QUESTION = Duration.ofSeconds(20);
  private static final Secret PASSWORD = new Secret("correct horse battery");
  private static final List<String> GUESTS =
      List.of("admin", "engine", "registry", "ana", "eva", "flo");

  /** A minute in a park. */
  private static final Duration RECHECK = Duration.ofSeconds(1);

  private final Programs programs = new Programs();
  private final Map<String, LoggedIn> logins = new HashMap<>();
  private Path data;
  private HostPort broker;
  private HostPort registryAt;
  private Running registry;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    data = folder;
    broker = Programs.here(FreePort.find());
    registryAt = Programs.here(FreePort.find());
    programs
        .start(
            "broker",
            Integer.toString(broker.port()),
            "--secure",
            "--recheck",
            RECHECK.toSeconds() + "s",
            "--data",
            data.toString())
        .awaitLine("broker listens on", Programs.PATIENCE);
    registry =
        programs.start(
            "registry",
            Integer.toString(registryAt.port()),
            "--plaintext",
            "--broker",
            broker.toString(),
            "--kafka-config",
            userFile("registry").toString(),
            "--data",
            data.toString());
    registry.awaitLine("registry listens", Programs.PATIENCE);
    for (String alias : GUESTS) {
      assertInstanceOf(
          Done.class,
          ask(new RegistryRequest.Register(alias, "A", "a@b.org", PASSWORD, Optional.empty())));
      logins.put(
          alias, assertInstanceOf(LoggedIn.class, ask(new RegistryRequest.Login(alias, PASSWORD))));
    }
  }

  @AfterAll
  void close() {
    programs.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "engine", "registry"})
  void guestMaySayWhatAGuestSaysAndNothingElseWhateverTheName(String alias) throws Exception {
    KafkaClients kafka = guest(alias);
    try (KafkaProducer<String, byte[]> producer = kafka.producer(0);
        KafkaConsumer<String, byte[]> consumer = kafka.consumer()) {
      assertEquals(0, send(producer, "Visitor").get().partition());
      consumer.assign(List.of(new TopicPartition("Engine", 0)));
      consumer.seekToBeginning(consumer.assignment());
      assertEquals(0, consumer.position(new TopicPartition("Engine", 0)));
      var _ = consumer.poll(Duration.ofSeconds(1));
      for (String other : List.of("Engine", "Park", "SD", "Ended", "Members")) {
        assertRefused(send(producer, other));
      }
    }
    for (String other : List.of("Visitor", "Park", "SD", "Ended", "Carts")) {
      assertUnreadable(kafka, new TopicPartition(other, 0));
    }
    try (Admin admin = kafka.admin(QUESTION)) {
      assertRefused(admin.createTopics(List.of(new NewTopic("Mine", 1, (short) 1))).all());
      assertRefused(admin.deleteTopics(List.of("Visitor")).all());
      assertRefused(admin.describeUserScramCredentials().all());
      assertRefused(admin.describeAcls(AclBindingFilter.ANY).values());
    }
    assertNoMember(kafka);
    try (KafkaProducer<String, byte[]> owner = kafka.transactionalProducer("fwq-park-0")) {
      assertThrows(TransactionalIdAuthorizationException.class, owner::initTransactions);
    }
  }

  @Test
  void passThatTheRegistryDidNotMakeOrThatHasExpiredIsRefused() throws Exception {
    String[] good = logins.get("eva").pass().orElseThrow().reveal().split("\\.", 3);
    String claims = new String(Base64.getUrlDecoder().decode(good[1]), UTF_8);
    PrivateKey registrys =
        Ed25519.pair(ParkKeys.in(data).file(KeyPurpose.PASS).read().at(Instant.now()).secret())
            .getPrivate();
    PrivateKey other = Ed25519.pair(SharedSecret.of(new byte[32])).getPrivate();
    long expiry = logins.get("eva").session().expiresAt() / 1_000;

    assertTakes(sign(good[0], claims, registrys), "as the registry does it");
    assertRefuses(sign(good[0], claims, other), "signed by somebody else");
    assertRefuses(good[0] + "." + text(claims.replace("eva", "ana")) + "." + good[2], "changed");
    assertRefuses(
        sign(good[0], claims.replace("" + expiry, "" + (expiry - 50_000)), registrys), "expired");
    assertRefuses(
        sign(good[0], claims.replace("fwq-broker", "others"), registrys), "for somebody else");
    assertRefuses(text("{\"alg\":\"none\"}") + "." + good[1] + ".", "without any signature");
    assertRefuses(logins.get("eva").ticket().reveal(), "a ticket");
  }

  @Test
  void whoHasLoggedOutIsRefusedSoonAndOthersStayThoughTheRegistryIsAway() throws Exception {
    try (Admin ana = guest("ana").admin(QUESTION);
        KafkaProducer<String, byte[]> eva = guest("eva").producer(0)) {
      assertTrue(ana.listTopics().names().get().contains("Visitor"));
      send(eva, "Visitor").get();
      long start = System.nanoTime();
      assertInstanceOf(Done.class, ask(new RegistryRequest.Logout(logins.get("ana").ticket())));
      awaitRefusal(ana);
      Programs.progress(
          "a logout was refused after " + (System.nanoTime() - start) / 1_000_000 + " ms");
      registry.terminate();
      assertEquals(0, registry.awaitExit(Programs.PATIENCE), registry.said());
      // Each record is sent over a connection that has been looked at again meanwhile.
      long end = System.nanoTime() + 3 * RECHECK.toNanos();
      while (System.nanoTime() - end < 0) {
        send(eva, "Visitor").get();
        LockSupport.parkNanos(50_000_000);
      }
    }
    assertRefuses(logins.get("ana").pass().orElseThrow().reveal(), "over");
  }

  /** Of a second on average; Kafka looks at the last eleven, so a guest may begin with as much. */
  @Test
  void floodOfOneGuestIsSlowedDownAndAnEngineIsNot() throws Exception {
    long perSecond = Installation.here().table().row("visitor").quota().orElseThrow().writeBytes();
    AtomicLong floodBytes = new AtomicLong();
    Stop enough = new Stop();
    try (KafkaProducer<String, byte[]> flo = guest("flo").producer(0);
        KafkaProducer<String, byte[]> engine = program("engine").producer(0)) {
      long start = System.nanoTime();
      Thread flood = Thread.ofVirtual().start(() -> flood(flo, floodBytes, enough));
      awaitThrottled(flo);
      long engineStart = System.nanoTime();
      for (int i = 0; i < 500; i++) {
        engine.send(new ProducerRecord<>("Engine", 0, "x", new byte[32 << 10])).get();
      }
      long engineBytesPerSecond =
          500 * (32L << 10) * 1_000_000_000 / (System.nanoTime() - engineStart);
      long seconds = (System.nanoTime() - start) / 1_000_000_000 + 1;
      long flooded = floodBytes.get();
      enough.request();
      flo.close(Duration.ZERO);
      flood.join();
      Programs.progress(
          "a flood of %d KB in %d s, an engine beside it %d KB/s"
              .formatted(flooded >> 10, seconds, engineBytesPerSecond >> 10));
      assertTrue(flooded < perSecond * (seconds + 11) + (200 << 10), flooded + " bytes");
      assertFalse(throttledMillis(engine) > 0, "an engine that waits");
      assertTrue(engineBytesPerSecond > 4 * perSecond, engineBytesPerSecond + " bytes a second");
    }
  }

  private static void flood(KafkaProducer<String, byte[]> producer, AtomicLong bytes, Stop enough) {
    try {
      while (!enough.requested()) {
        var _ =
            producer.send(
                new ProducerRecord<>("Visitor", 0, "flo", new byte[8 << 10]),
                (_, problem) -> bytes.addAndGet(problem == null ? 8 << 10 : 0));
      }
    } catch (KafkaException | IllegalStateException e) {
      // It was closed meanwhile.
    }
  }

  private static void awaitThrottled(KafkaProducer<String, byte[]> producer) {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (!(throttledMillis(producer) > 0)) {
      assertTrue(System.nanoTime() < deadline, "a flood that nobody slows down");
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static double throttledMillis(KafkaProducer<String, byte[]> producer) {
    return producer.metrics().entrySet().stream()
        .filter(it -> it.getKey().name().equals("produce-throttle-time-max"))
        .mapToDouble(it -> (double) it.getValue().metricValue())
        .max()
        .orElseThrow();
  }

  /** One that is said of everybody counts for whoever has none of their own. */
  @Test
  void everyProgramHasAQuotaOfItsOwnAndAllGuestsTheOneOfWhoHasNone() throws Exception {
    Set<String> users = new TreeSet<>();
    try (Admin admin = program("admin").admin(QUESTION)) {
      admin
          .describeClientQuotas(ClientQuotaFilter.all())
          .entities()
          .get()
          .keySet()
          .forEach(it -> users.add(String.valueOf(it.entries().get(ClientQuotaEntity.USER))));
    }
    Set<String> expected = new TreeSet<>(Set.of("admin", "CN=FWQ broker", "null"));
    Installation.here().table().rows().stream()
        .filter(row -> !row.rights().isEmpty())
        .flatMap(row -> row.users().stream())
        .filter(user -> !user.equals("guest"))
        .forEach(expected::add);
    assertEquals(expected, users);
  }

  private static void awaitRefusal(Admin admin) throws Exception {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        admin.listTopics().names().get();
        LockSupport.parkNanos(50_000_000);
      } catch (ExecutionException e) {
        assertInstanceOf(SaslAuthenticationException.class, e.getCause());
        return;
      }
    }
    throw new AssertionError("whose session is over was let in all the time");
  }

  private void assertTakes(String pass, String which) throws Exception {
    try (Admin admin = guest(pass, logins.get("eva")).admin(QUESTION)) {
      assertTrue(admin.listTopics().names().get().contains("Engine"), which);
    }
  }

  private void assertRefuses(String pass, String which) throws Exception {
    try (Admin admin = guest(pass, logins.get("eva")).admin(QUESTION)) {
      var e = assertThrows(ExecutionException.class, () -> admin.listTopics().names().get(), which);
      assertInstanceOf(SaslAuthenticationException.class, e.getCause(), which);
    }
  }

  private static void assertRefused(Future<?> asked) {
    ExecutionException e = assertThrows(ExecutionException.class, asked::get);
    assertInstanceOf(AuthorizationException.class, e.getCause());
  }

  private static void assertUnreadable(KafkaClients kafka, TopicPartition where) {
    try (KafkaConsumer<String, byte[]> consumer = kafka.consumer()) {
      consumer.assign(List.of(where));
      consumer.seek(where, 0);
      assertThrows(AuthorizationException.class, () -> pollNothing(consumer), where.toString());
    }
  }

  private static void assertNoMember(KafkaClients kafka) {
    try (KafkaConsumer<String, byte[]> member = kafka.groupConsumer("fwq-engine", 6_000)) {
      member.subscribe(List.of("Engine"));
      assertThrows(AuthorizationException.class, () -> pollNothing(member));
    }
  }

  private static void pollNothing(KafkaConsumer<String, byte[]> consumer) {
    long deadline = System.nanoTime() + QUESTION.toNanos();
    while (System.nanoTime() < deadline) {
      assertEquals(0, consumer.poll(Duration.ofMillis(200)).count());
    }
  }

  private static Future<RecordMetadata> send(KafkaProducer<String, byte[]> producer, String topic) {
    return producer.send(new ProducerRecord<>(topic, 0, "x", new byte[] {1}));
  }

  private static String sign(String header, String claims, PrivateKey key) throws Exception {
    String content = header + "." + text(claims);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(content.getBytes(UTF_8));
    return content + "." + base64(signature.sign());
  }

  private static String text(String json) {
    return base64(json.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private KafkaClients guest(String alias) throws Exception {
    LoggedIn login = logins.get(alias);
    return guest(login.pass().orElseThrow().reveal(), login);
  }

  private KafkaClients guest(String pass, LoggedIn login) throws Exception {
    Properties given = CommonOptions.kafkaProperties(userFile("guest"));
    Properties its = GuestPass.of(given, Optional.of(new Secret(pass)), login.session());
    its.put("max.block.ms", "5000");
    return new KafkaClients(broker, its);
  }

  private KafkaClients program(String user) throws Exception {
    return new KafkaClients(broker, CommonOptions.kafkaProperties(userFile(user)));
  }

  private Path userFile(String user) {
    return data.resolve("kafka").resolve(user + ".properties");
  }

  private RegistryReply ask(RegistryRequest request) throws Exception {
    try (FrameClient client = FrameClient.connect(registryAt, Duration.ofSeconds(10))) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    }
  }
}
