package fwq.web;

import fwq.common.options.ParksOption;
import fwq.guest.RegistryClient;
import fwq.guest.TrustOptions;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.web.event.Away;
import fwq.web.guest.CookieSeal;
import fwq.web.guest.Desk;
import fwq.web.guest.GuestSite;
import fwq.web.guest.Registry;
import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.PageSite;
import fwq.web.http.Pages;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
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
      names = "--host",
      paramLabel = "NAME",
      description = "a name that browsers know this server by; repeatable")
  private List<String> hosts = new ArrayList<>();

  @Mixin private ParksOption parksOption;
  @ArgGroup private TrustOptions trust = new TrustOptions();
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
    RegistryClient client =
        new RegistryClient(
            new HostPort(registryHost, registryPort.number()), trust.trust(LOG::info));
    Pages pages = Pages.load();
    try (Metrics metrics = options.metrics();
        Links links = new Links(kafka, metrics, stop);
        Desk desk = new Desk(links, RandomGenerator.getDefault(), InstantSource.system())) {
      Routes routes = new Routes();
      Registry registry = new Registry(client, away -> desk.away(Away.REGISTRY, away));
      new GuestSite(desk, registry, new CookieSeal(new byte[32]), "0", pages.build()).addTo(routes);
      new PageSite(pages).addTo(routes);
      try (WebServer server = listen(routes)) {
        for (int park = 0; park < parksOption.parks(); park++) {
          desk.addPark(park);
          links.open(park, desk);
        }
        LOG.info("the park in a browser: http://127.0.0.1:{}/", server.port());
        stop.await();
      }
    }
  }

  private WebServer listen(Routes routes) throws Failure, IOException {
    try {
      return new WebServer(
          WebServer.Place.loopback(port.number()),
          WebServer.Doors.usual(new HostRule(Set.copyOf(hosts)), new ClientAddress(List.of())),
          Limits.DEFAULT,
          routes);
    } catch (BindException e) {
      throw new Failure(
          "port " + port + " cannot be had (" + e.getMessage() + "); give another as <port>", e);
    }
  }
}
