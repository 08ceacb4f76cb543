package fwq.guild.server;

import fwq.common.options.ParksOption;
import fwq.common.signing.GuildKey;
import fwq.common.signing.OlderSecret;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditLog;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.Ids;
import fwq.guild.client.ProgramLock;
import fwq.guild.report.DayFiles;
import fwq.guild.rules.Terms;
import fwq.guild.store.Desk;
import fwq.guild.store.GuildFile;
import fwq.guild.store.TermsTable;
import fwq.kit.feed.Feed;
import fwq.kit.frame.FrameServer;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.ServerArguments;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.tls.Identity;
import fwq.kit.tls.ServerTlsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fwq guild <port> <broker-ip> <broker-port>}: the guild itself. */
@Command(
    name = "fwq guild",
    description =
        "Takes food carts in, keeps their books, prepares deliveries and knows where each is.",
    footer = {
      "",
      "fwq guild members|carts|restocks|events|expel|resign asks a guild that runs; each has --help."
    })
public final class GuildServerMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(GuildServerMain.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  @Mixin private ServerArguments arguments;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "what members' keys are made of, made on first start (default: DIR/guild.secret, with DIR"
              + " from --data); keep a copy with those of guild.db")
  private Path secretFile;

  @Mixin private ParksOption parksOption;
  @Mixin private TermsOptions termsOptions;
  @Mixin private ServerTlsOptions tlsOptions;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  public GuildServerMain() {}

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    KafkaClients kafka = arguments.kafka(options);
    SecureRandom random = new SecureRandom();
    try (ProgramLock _ = ProgramLock.ofGuild(options.data());
        Metrics metrics = options.metrics();
        AuditLog audit = new AuditLog(options.data(), "guild", metrics);
        Sql sql = GuildFile.open(options.data());
        Desk desk = new Desk(GuildFile.open(options.data()))) {
      kafka.check();
      SharedSecret secret = secret(random);
      if (TermsTable.load(sql).isEmpty()) {
        OlderSecret.warning(
                "guild", options.data().resolve(GuildFile.NAME), secretPath(), Instant.now())
            .ifPresent(LOG::warn);
      }
      TermsTable.store(sql, termsOptions.terms());
      Producer<String, byte[]> producer = kafka.wholeTopicProducer();
      ParkZones zones = new ParkZones(kafka, stop);
      try {
        GuildParts parts =
            new GuildParts(
                newId(random),
                termsOptions.terms(),
                secret,
                kafka,
                sql,
                desk,
                new GuildVoice(producer, GuildKey.ofGuild(secret)),
                new Crier(
                    spec.commandLine().getOut(),
                    metrics.counter("fwq_guild_events_total", "What happened.", "kind")),
                new DayFiles(options.data()),
                new Skipped("guild", InstantSource.system(), metrics),
                new ConcurrentHashMap<>(),
                zones::of,
                InstantSource.system());
        Thread.ofPlatform().name("zones").daemon().start(zones);
        serve(parts, metrics, audit, random, stop);
      } finally {
        producer.close(CLOSE_LIMIT);
      }
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private void serve(GuildParts parts, Metrics metrics, Audit audit, SecureRandom random, Stop stop)
      throws Exception {
    AtomicReference<DatabaseException> broken = new AtomicReference<>();
    Terms terms = parts.terms();
    Applicants applicants =
        new Applicants(terms, parts.secret(), parts.desk(), parts.voice(), random);
    GuildHandler handler =
        new GuildHandler(
            parts,
            applicants,
            new GuildAudit(audit, parts.clock()),
            why -> {
              broken.set(why);
              stop.request();
            });
    Map<Integer, ParkView> views = parts.views();
    metrics.gauge(
        "fwq_guild_carts",
        "Carts that are there, of all parks.",
        () ->
            views.values().stream()
                .flatMap(it -> it.carts().stream())
                .filter(it -> it.isThere())
                .count());
    Optional<Identity> identity =
        tlsOptions.identity(options.data(), "guild", Instant.now(), random);
    try (FrameServer server = listen(handler, identity)) {
      LOG.info(
          "guild listens on port {}{}; days end after {} in {}",
          server.port(),
          identity.map(it -> ", with the key " + it.pin()).orElse(""),
          terms.days().lastMinute(),
          terms.days().zone());
      GuildLoop loop = new GuildLoop(parts, stop);
      if (parts
          .kafka()
          .awaitTopics(
              stop,
              parksOption.parks(),
              GuildTopics.CARTS.readAndWrite(),
              GuildTopics.MEMBERS.readAndWrite())) {
        feed(parts, loop).run(stop);
      }
      if (loop.rival().isPresent()) {
        throw new Failure(loop.rival().get());
      }
    }
    if (broken.get() != null) {
      throw broken.get();
    }
  }

  private Feed feed(GuildParts parts, GuildLoop loop) {
    return new Feed(
        parts.kafka(),
        parts.sql(),
        List.of(GuildTopics.CARTS, GuildTopics.MEMBERS),
        parksOption.parks(),
        loop,
        parts.skipped(),
        parts.clock());
  }

  private Path secretPath() {
    return secretFile == null ? options.data().resolve("guild.secret") : secretFile;
  }

  private SharedSecret secret(SecureRandom random) throws Failure {
    try {
      return SharedSecret.loadOrCreate(secretPath(), random);
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private static String newId(SecureRandom random) {
    byte[] id = new byte[Ids.BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private FrameServer listen(GuildHandler handler, Optional<Identity> identity) throws Failure {
    return FrameServer.listen(
        arguments.listenAt(), handler, FrameServer.Limits.OF_PROGRAMS, identity.map(Identity::tls));
  }
}
