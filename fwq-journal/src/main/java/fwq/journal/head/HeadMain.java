package fwq.journal.head;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalTopics;
import fwq.journal.options.Secrets;
import fwq.journal.topic.EntryReader;
import fwq.journal.topic.TopicIds;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.ServerArguments;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Program;
import fwq.kit.program.Rate;
import fwq.kit.program.SteadyClock;
import fwq.kit.program.Stop;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code fwq journal head}. */
@Command(
    name = "fwq journal head",
    description = "Takes records for the journal, and answers with the node that has each on disk.")
public final class HeadMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(HeadMain.class);
  private static final Duration QUESTION = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int LIMITED_ADDRESSES_MAX = 10_000;

  @Mixin private ServerArguments arguments;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = Rate.class,
      defaultValue = "1000/s",
      description =
          "requests that one address may make; this machine a hundred times as many (default:"
              + " ${DEFAULT-VALUE})")
  private int perSecond;

  @Mixin private Secrets.Append appendSecret;
  @Mixin private Secrets.Journal journalSecret;
  @Mixin private CommonOptions options;

  /** The program as it is. */
  public HeadMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new HeadMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    KafkaClients kafka = arguments.kafka(options);
    JournalKey journal = journalSecret.key(options.data());
    JournalKey append = appendSecret.key(options.data());
    try (Metrics metrics = options.metrics()) {
      if (!provide(kafka, stop)) {
        return;
      }
      kafka.lookAfter(stop, 1, JournalTopics.JOURNAL.readAndWrite(), JournalTopics.STORED.read());
      try (Admin admin = kafka.admin(QUESTION)) {
        Optional<TopicIds> topics = topics(admin, stop);
        if (topics.isPresent()) {
          serve(new Wiring(kafka, admin, journal, append, topics.get(), metrics), stop);
        }
      }
    }
  }

  private static boolean provide(KafkaClients kafka, Stop stop)
      throws Failure, InterruptedException {
    return kafka.awaitTopics(
        stop, 1, JournalTopics.JOURNAL.readAndWrite(), JournalTopics.STORED.read());
  }

  /** What is there before anything of the head's own. */
  private record Wiring(
      KafkaClients kafka,
      Admin admin,
      JournalKey journal,
      JournalKey append,
      TopicIds topics,
      Metrics metrics) {}

  private static Optional<TopicIds> topics(Admin admin, Stop stop)
      throws Failure, InterruptedException {
    while (!stop.requested()) {
      try {
        return Optional.of(TopicIds.ask(admin));
      } catch (KafkaException e) {
        LOG.debug("the topics cannot be looked at: {}", e.getMessage());
        stop.await(PAUSE);
      }
    }
    return Optional.empty();
  }

  private void serve(Wiring its, Stop stop) throws Exception {
    Clock clock = Clock.systemUTC();
    HeadCounts counts = new HeadCounts(options.data().resolve("journal"), clock, its.metrics());
    try (Front front = new Front(new SteadyClock(), counts)) {
      StoredReader reader =
          new StoredReader(
              its.kafka(),
              its.journal(),
              front,
              new Skipped("journal_words", clock, its.metrics()));
      try (GroupLook look =
              new GroupLook(
                  its.admin(), () -> provide(its.kafka(), stop), front, reader, its.topics());
          Sender sender =
              new Sender(its.kafka().producer(0), its.journal(), front, look::journal)) {
        front.start(look::begin);
        HeadHandler handler = new HeadHandler(parts(its, front, sender, look), clock);
        listenAndRead(handler, reader, counts, stop);
      }
    }
  }

  private HeadHandler.Parts parts(Wiring its, Front front, Sender sender, GroupLook look) {
    Nodes nodes = new Nodes(front, its.journal(), Clock.systemUTC());
    EntryReader entries = new EntryReader(its.journal());
    Supplier<Shelf> shelves = () -> new Shelf(its.kafka(), entries, look.journal());
    return new HeadHandler.Parts(
        its.append(),
        its.journal(),
        new RateLimit(perSecond, LIMITED_ADDRESSES_MAX),
        front,
        sender,
        new Reading(nodes, front, shelves, look::journal),
        new Checking(nodes, front, its.admin(), shelves, look::journal));
  }

  /** Listens once all of {@code Stored} has been read: before that it might not know a key. */
  private void listenAndRead(HeadHandler handler, StoredReader reader, HeadCounts counts, Stop stop)
      throws Exception {
    AtomicReference<FrameServer> server = new AtomicReference<>();
    AtomicReference<Failure> failure = new AtomicReference<>();
    try {
      reader.run(
          stop,
          () -> {
            counts.caughtUp();
            try {
              server.set(listen(handler));
              LOG.info("journal head listens on port {}", server.get().port());
            } catch (Failure e) {
              failure.set(e);
              stop.request();
            }
          });
    } finally {
      if (server.get() != null) {
        server.get().close();
      }
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private FrameServer listen(HeadHandler handler) throws Failure {
    return FrameServer.listen(
        arguments.listenAt(), handler, FrameServer.Limits.DEFAULT, Optional.empty());
  }
}
