package fwq.guild.report;

import fwq.common.options.ParkOption;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.GuildTopics;
import fwq.guild.books.LogReader;
import fwq.guild.books.ParkBooks;
import fwq.guild.books.RecordReader;
import fwq.guild.rules.GuildEvent;
import fwq.guild.rules.Terms;
import fwq.guild.store.DayTable;
import fwq.guild.store.GuildFile;
import fwq.guild.store.ParkTable;
import fwq.guild.store.TermsTable;
import fwq.kit.feed.Feed;
import fwq.kit.file.OwnerOnly;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.kafka.Topic;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq sales}: a day's figures, guild running or not. */
@Command(
    name = "fwq sales",
    description =
        "Shows what a park's carts sold on a day. With the broker's address it counts on from where"
            + " the guild has stored; nothing is changed.")
public final class SalesMain implements Program.Body {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "the Kafka broker's address; without it, what the guild has stored")
  private String brokerHost;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "<broker-port>",
      description = "the Kafka broker's port, such as 9092")
  private Port brokerPort;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "which day, such as 2026-11-28 (default: the one that is under way)")
  private LocalDate date;

  @Option(names = "--out", paramLabel = "FILE", description = "write it to this file, too")
  private Path file;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description = "the guild's secret (default: DIR/guild.secret, with DIR from --data)")
  private Path secretFile;

  @Mixin private ParkOption parkOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  SalesMain() {}

  /** Starts the program. */
  public static void main(String... args) {
    Program.main(new SalesMain(), args);
  }

  /** A day, and until when sales are counted. */
  private record Counted(DayReport report, long lastSale, ZoneId zone) {}

  @Override
  public void run(Stop stop) throws Exception {
    if ((brokerHost == null) != (brokerPort == null)) {
      throw new ParameterException(
          spec.commandLine(), "give the broker's address and its port, such as 127.0.0.1 9092");
    }
    Path database = options.data().resolve(GuildFile.NAME);
    if (!Files.exists(database)) {
      throw new Failure("there is no " + database + "; give the guild's folder with --data DIR");
    }
    try (Sql sql = GuildFile.open(options.data())) {
      Terms terms =
          TermsTable.load(sql)
              .orElseThrow(() -> new Failure(database + " has not seen a guild yet"));
      Optional<Counted> counted =
          brokerHost == null ? stored(sql, terms) : foldOn(sql, terms, stop);
      if (counted.isPresent()) {
        show(counted.get());
      }
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Optional<Counted> stored(Sql sql, Terms terms) throws DatabaseException, Failure {
    int park = parkOption.park();
    var state = new ParkTable(sql, park).load();
    LocalDate day =
        Optional.ofNullable(date)
            .or(state::date)
            .orElseThrow(() -> new Failure("the guild has not read anything of park " + park));
    return Optional.of(
        new Counted(
            DayTable.report(sql, park, day),
            state.clock().lastSale(),
            state.zone().orElse(terms.days().zone())));
  }

  /** Reads on in memory from where the guild has stored, to the end of this moment. */
  private Optional<Counted> foldOn(Sql sql, Terms terms, Stop stop)
      throws DatabaseException, Failure, InterruptedException {
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    int park = parkOption.park();
    if (!kafka.awaitPark(stop, park, GuildTopics.CARTS.read(), GuildTopics.MEMBERS.read())) {
      return Optional.empty();
    }
    SharedSecret secret = secret();
    KafkaConsumer<String, byte[]> consumer =
        kafka.wholeTopicConsumer(GuildTopics.CARTS, GuildTopics.MEMBERS);
    try (Metrics metrics = Metrics.unserved()) {
      stop.onRequest(consumer::wakeup);
      Skipped skipped = new Skipped("guild", InstantSource.system(), metrics);
      LogReader log =
          new LogReader(
              new RecordReader(GuildKey.ofGuild(secret), InstantSource.system()),
              it -> new ParkBooks(it, terms, sql, secret, "0".repeat(32), skipped));
      List<Topic> topics = List.of(GuildTopics.CARTS, GuildTopics.MEMBERS);
      Feed feed =
          new Feed(kafka, sql, topics, 1, new Reading(log), skipped, InstantSource.system());
      feed.topicsAre(kafka.topicIds(topics));
      boolean _ = feed.assign(consumer);
      Map<TopicPartition, Long> ends = log.ends(park, consumer);
      while (!stop.requested() && !log.isAt(park, ends, consumer)) {
        log.gather(DamagedRecords.poll(consumer, POLL, skipped), consumer);
      }
      ParkBooks books =
          log.books().stream().filter(it -> it.park() == park).findFirst().orElseThrow();
      return Optional.of(counted(books, sql));
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  /** Takes parks up as they are stored, and stores nothing. */
  private record Reading(LogReader log) implements Feed.Handler {
    @Override
    public void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
        throws DatabaseException {
      log.assigned(consumer, partitions);
    }

    @Override
    public void apply(ConsumerRecords<String, byte[]> batch) {}

    @Override
    public void applied() {}
  }

  private Counted counted(ParkBooks books, Sql sql) throws DatabaseException, Failure {
    DayReport today =
        books
            .guild()
            .today()
            .orElseThrow(
                () -> new Failure("nobody has said anything in park " + books.park() + " yet"));
    LocalDate day = date == null ? today.date() : date;
    Optional<DayReport> closedSince =
        books.guild().takeEvents().stream()
            .filter(GuildEvent.DayClosed.class::isInstance)
            .map(GuildEvent.DayClosed.class::cast)
            .map(GuildEvent.DayClosed::report)
            .filter(it -> it.date().equals(day))
            .findFirst();
    DayReport report =
        day.equals(today.date())
            ? today
            : closedSince.isPresent() ? closedSince.get() : DayTable.report(sql, books.park(), day);
    return new Counted(report, books.guild().lastSale(), books.guild().zone());
  }

  private void show(Counted counted) throws Failure {
    PrintWriter out = spec.commandLine().getOut();
    String text = DayText.of(counted.report());
    out.print(text);
    out.println(
        counted.lastSale() == 0
            ? "No sale was ever counted."
            : "Counted until the sale of "
                + TIME.format(Instant.ofEpochMilli(counted.lastSale()).atZone(counted.zone()))
                + ".");
    if (file != null) {
      try {
        OwnerOnly.replace(file.toAbsolutePath(), text);
      } catch (IOException e) {
        throw new Failure("the file " + file + " cannot be written; give another with --out", e);
      }
    }
  }

  private SharedSecret secret() throws Failure {
    Path secret = secretFile == null ? options.data().resolve("guild.secret") : secretFile;
    if (!Files.exists(secret)) {
      throw new Failure(
          "there is no "
              + secret
              + "; give the guild's folder with --data DIR, or its secret with --secret FILE");
    }
    try {
      return SharedSecret.loadOrCreate(secret, new SecureRandom());
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
