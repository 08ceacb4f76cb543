package fwq.web;

import fwq.common.options.ParksOption;
import fwq.common.signing.WebKey;
import fwq.guest.RegistryClient;
import fwq.guest.RegistryTrust;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.tls.Trust;
import fwq.web.api.ApiSite;
import fwq.web.api.Recorder;
import fwq.web.event.Away;
import fwq.web.guest.CookieSeal;
import fwq.web.guest.Cookies;
import fwq.web.guest.Desk;
import fwq.web.guest.GuestSite;
import fwq.web.guest.OperatorSite;
import fwq.web.guest.Registry;
import fwq.web.guest.RegistryLine;
import fwq.web.history.History;
import fwq.web.http.PageSite;
import fwq.web.http.Pages;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program {@code fwq web}. */
@Command(
    name = "fwq web",
    description = "Serves the park to browsers: guests, boards, an API.",
    sortOptions = false)
public final class WebMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(WebMain.class);

  /** A certificate's files are looked at this often. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(1);

  @Parameters(index = "0", paramLabel = "<port>", description = "where to listen, such as 8000")
  private Port port;

  @Parameters(
      index = "1",
      paramLabel = "<registry-ip>",
      converter = Address.class,
      description = "the registry's address")
  private String registryHost;

  @Parameters(
      index = "2",
      paramLabel = "<registry-port>",
      description = "the registry's port, usually 5050")
  private Port registryPort;

  @Parameters(
      index = "3",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "the Kafka broker's address")
  private String brokerHost;

  @Parameters(
      index = "4",
      paramLabel = "<broker-port>",
      description = "the Kafka broker's port, usually 9092")
  private Port brokerPort;

  @Option(
      names = "--web-key",
      paramLabel = "FILE",
      description = "what all web processes of a park share (default: web.key in --data)")
  private Path webKey;

  @Option(
      names = "--installation",
      paramLabel = "NAME",
      description = "what the API's ids are made of (default: the id of Kafka's cluster)")
  private String installation;

  @Mixin private ServingOptions serving;
  @Mixin private TripsOptions trips;
  @Mixin private PeerOptions peerOptions;
  @Mixin private ParksOption parksOption;
  @ArgGroup private RegistryOptions registryOptions = new RegistryOptions();
  @Mixin private CommonOptions options;

  WebMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new WebMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    Pages pages = Pages.load();
    SecureRandom random = new SecureRandom();
    WebKey key = key(random);
    WebTls tls = tls(random);
    Trust trust = registryOptions.trust(options.data(), LOG::info);
    HostPort address = new HostPort(registryHost, registryPort.number());
    RegistryLine line = new RegistryLine(address, trust, key);
    RegistryTrust engines =
        new RegistryTrust(new RegistryClient(address, trust), InstantSource.system());
    try (Metrics metrics = options.metrics();
        History history = History.open(options.data().resolve(History.FILE));
        Links links = new Links(kafka, engines, metrics, stop);
        Desk desk = new Desk(links, random, InstantSource.system())) {
      Routes routes = new Routes();
      Registry registry = new Registry(line, away -> desk.away(Away.REGISTRY, away));
      Cookies cookies =
          new Cookies(new CookieSeal(key.cookies()), key.installation(), InstantSource.system());
      new GuestSite(desk, registry, cookies, pages.build(), trips.agency(trust)).addTo(routes);
      new OperatorSite(desk, registry, cookies, history).addTo(routes);
      ClusterName name = new ClusterName(Optional.ofNullable(installation));
      name.find(kafka, stop);
      new ApiSite(desk, name, history).addTo(routes);
      new PageSite(pages).addTo(routes);
      try (WebServer server = listen(tls, routes)) {
        metrics.gauge("fwq_web_streams", "Streams that are open.", server::streams);
        for (int park = 0; park < parksOption.parks(); park++) {
          desk.addPark(park);
        }
        links.open(parksOption.parks(), desk);
        LOG.info("the park in a browser: {}://127.0.0.1:{}/", tls.scheme(), server.port());
        if (serving.open()) {
          LOG.warn("without TLS, so anybody on the way can read the passwords");
        }
        peerOptions.peer(history).ifPresent(peer -> fill(peer, stop));
        Thread recorder = record(new Recorder(desk, history), kafka, links, stop);
        while (!stop.await(LOOK)) {
          tls.renew(server, Instant.now());
        }
        recorder.join(CLOSE);
      }
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private void fill(Peer peer, Stop stop) {
    Thread.ofVirtual()
        .name("peer")
        .start(
            () -> {
              try {
                peer.fill(parksOption.parks(), stop);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private Thread record(Recorder recorder, KafkaClients kafka, Links links, Stop stop) {
    return Thread.ofPlatform()
        .daemon()
        .name("recorder")
        .start(
            () -> {
              try {
                while (!links.brokerThere() && !stop.await(PAUSE)) {
                  // There is nothing to record before.
                }
                new Backfill(kafka, recorder).fill(parksOption.parks(), System.currentTimeMillis());
                recorder.run(stop);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private WebKey key(SecureRandom random) throws Failure {
    try {
      return WebKey.loadOrCreate(
          webKey == null ? options.data().resolve(WebKey.FILE) : webKey, random);
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private WebTls tls(SecureRandom random) throws Failure {
    Optional<CertificateFiles> files = serving.certificateFiles();
    if (files.isPresent()) {
      return new WebTls.Given(files.get());
    }
    return serving.plain()
        ? new WebTls.None()
        : WebTls.Own.open(options.data(), serving.names(), random);
  }

  private WebServer listen(WebTls tls, Routes routes) throws Failure, IOException {
    try {
      return new WebServer(
          serving.place(port.number(), tls.context()), serving.doors(), serving.limits(), routes);
    } catch (BindException e) {
      throw new Failure(
          "port " + port + " cannot be had (" + e.getMessage() + "); give another as <port>", e);
    }
  }
}
