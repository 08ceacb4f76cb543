package fwq.journal.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.EntryCodec;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalError;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.Signed;
import fwq.common.talk.journal.StoredWord;
import fwq.kit.frame.FrameClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.json.ErrorCode;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.SteadyClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Appends over real frames, with Kafka's own fake behind. */
final class HeadHandlerTest {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final NodeName NORTH = new NodeName("north");
  private static final JournalKey JOURNAL = key("the journal's own secret, 32 bytes");
  private static final JournalKey APPEND = key("the secret of those who append, 32");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  private Front front;
  private FrameServer server;

  @BeforeEach
  void open() throws Exception {
    InstantSource clock = InstantSource.system();
    front = new Front(new SteadyClock(), new HeadCounts(folder, clock, Metrics.unserved()));
    front.start(() -> {});
    Sender sender = new Sender(kafka, JOURNAL, front, () -> TOPIC);
    Nodes nodes = new Nodes(front, JOURNAL, clock);
    Reading reading =
        new Reading(
            nodes,
            front,
            () -> {
              throw new IllegalStateException("nothing is away");
            },
            () -> TOPIC);
    Checking checking = new Checking(nodes, front, null, null, () -> TOPIC);
    server =
        new FrameServer(
            0,
            new HeadHandler(
                new HeadHandler.Parts(
                    APPEND, JOURNAL, new RateLimit(1_000, 10), front, sender, reading, checking),
                clock),
            FrameServer.Limits.DEFAULT);
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    front.close();
  }

  @Test
  void receiptThatOvertakesKafkasAcknowledgementIsTheAnswer() throws Exception {
    UUID key = UUID.randomUUID();
    CompletableFuture<JournalReply> answer = later(new JournalRequest.Append(key, entry("1")));
    ProducerRecord<String, byte[]> sent = await();
    assertEquals(JournalPartitions.of(key), sent.partition());
    assertEquals(key.toString(), sent.key());
    assertTrue(
        EntryCodec.isSigned(
            JOURNAL,
            TOPIC,
            key,
            sent.value(),
            sent.headers().lastHeader(EntryCodec.SIGNATURE).value()));
    RecordId id = new RecordId(TOPIC, sent.partition(), 7);
    front.heard(
        List.of(
            new StoredWord.Receipts(
                NORTH, "10.0.0.7", TOPIC, List.of(), List.of(new Receipt(key, id)))));
    assertEquals(new JournalReply.Stored(id, NORTH, "10.0.0.7"), answer.get());
    assertTrue(kafka.completeNext(), "only now Kafka acknowledges");
    assertEquals(
        new JournalReply.Stored(id, NORTH, "10.0.0.7"),
        ask(new JournalRequest.AskReceipt(key), APPEND));
  }

  @Test
  void hundredClientsAtOnceGetEachItsOwnReceipt() throws Exception {
    List<UUID> keys = Stream.generate(UUID::randomUUID).limit(120).toList();
    List<CompletableFuture<JournalReply>> answers =
        keys.stream().map(it -> later(new JournalRequest.Append(it, entry("" + it)))).toList();
    awaitSent(120);
    for (int i = 0; i < keys.size(); i++) {
      UUID key = keys.get(i);
      RecordId id = new RecordId(TOPIC, JournalPartitions.of(key), i);
      front.heard(
          List.of(
              new StoredWord.Receipts(
                  NORTH, "h", TOPIC, List.of(), List.of(new Receipt(key, id)))));
    }
    for (int i = 0; i < keys.size(); i++) {
      JournalReply.Stored stored =
          assertInstanceOf(JournalReply.Stored.class, answers.get(i).get());
      assertEquals(i, stored.id().offset());
    }
  }

  @Test
  void kafkaThatRefusesIsBrokerAway() throws Exception {
    CompletableFuture<JournalReply> answer =
        later(new JournalRequest.Append(UUID.randomUUID(), entry("1")));
    var _ = await();
    assertTrue(kafka.errorNext(new IllegalStateException("not now")));
    assertEquals(JournalReply.brokerAway(), answer.get());
  }

  @Test
  void appendSecretMayAppendAndNothingElse() throws Exception {
    for (JournalRequest request :
        List.of(
            new JournalRequest.ListNodes(),
            new JournalRequest.CheckPartition(0),
            new JournalRequest.Read(Optional.empty(), Optional.empty()))) {
      assertRefused(JournalError.NOT_ALLOWED, ask(request, APPEND));
    }
    assertInstanceOf(
        JournalReply.Welcome.class, ask(new JournalRequest.Hello("turnstile"), APPEND));
    assertInstanceOf(JournalReply.NodeList.class, ask(new JournalRequest.ListNodes(), JOURNAL));
    assertInstanceOf(
        JournalReply.Page.class,
        ask(new JournalRequest.Read(Optional.empty(), Optional.empty()), JOURNAL));
  }

  @Test
  void strangerMayNotEvenSayHello() throws Exception {
    assertRefused(
        JournalError.NOT_ALLOWED,
        ask(new JournalRequest.Hello("turnstile"), key("a secret that nobody knows of, 32 b")));
  }

  @Test
  void whatCouldNotBeReadBackInAFrameIsRefused() throws Exception {
    String escapes = "\n".repeat(32_200);
    assertRefused(
        ErrorCode.INVALID_FIELD,
        ask(new JournalRequest.Append(UUID.randomUUID(), entry(escapes)), APPEND));
  }

  private void assertRefused(Enum<?> code, JournalReply reply) {
    assertTrue(assertInstanceOf(JournalReply.Refused.class, reply).error().is(code));
  }

  private ProducerRecord<String, byte[]> await() throws InterruptedException {
    awaitSent(1);
    return kafka.history().getFirst();
  }

  private void awaitSent(int count) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (kafka.history().size() < count) {
      assertTrue(System.nanoTime() < deadline, "it is sent");
      Thread.onSpinWait();
    }
  }

  private CompletableFuture<JournalReply> later(JournalRequest request) {
    CompletableFuture<JournalReply> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(ask(request, APPEND));
              } catch (Exception e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private JournalReply ask(JournalRequest request, JournalKey its) throws Exception {
    try (FrameClient client =
        FrameClient.connect(new HostPort("127.0.0.1", server.port()), LIMIT)) {
      return JournalCodec.readReply(
          client.call(JournalCodec.write(Signed.by(its, request, System.currentTimeMillis()))));
    }
  }

  private static JournalEntry entry(String body) {
    return new JournalEntry("count", body);
  }

  private static JournalKey key(String secret) {
    return new JournalKey(SharedSecret.of(secret.getBytes(StandardCharsets.US_ASCII)));
  }
}
