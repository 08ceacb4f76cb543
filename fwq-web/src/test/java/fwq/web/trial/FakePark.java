package fwq.web.trial;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.WebKey;
import fwq.kit.file.ScratchFolder;
import fwq.kit.net.HostPort;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.tls.Trust;
import fwq.web.api.ApiSite;
import fwq.web.event.Away;
import fwq.web.guest.CookieSeal;
import fwq.web.guest.Cookies;
import fwq.web.guest.Desk;
import fwq.web.guest.GuestSite;
import fwq.web.guest.OperatorSite;
import fwq.web.guest.Registry;
import fwq.web.guest.RegistryLine;
import fwq.web.history.History;
import fwq.web.http.Await;
import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.PageSite;
import fwq.web.http.Pages;
import fwq.web.http.ProblemException;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import fwq.web.trip.Agency;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A park without Kafka: one engine and one registry in memory, and real web servers over them. */
final class FakePark implements AutoCloseable {
  final FakeRegistry registry = new FakeRegistry();
  final FakeAgency agency = new FakeAgency();
  final FakeEngine engine =
      new FakeEngine(
          new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20),
          new Ride(
              1, "coaster", "Coaster <img src=x onerror=alert(1)>", Position.ofCell(158), 10, 20),
          new Ride(2, "rapids", "River Rapids", Position.ofCell(250), 15, 18));
  private final ScratchFolder scratch = new ScratchFolder("fwq-web-test");
  private final List<Web> webs = new ArrayList<>();

  /** One web process of the park. */
  record Web(Desk desk, WebServer server, History history) implements AutoCloseable {
    String address() {
      return "http://127.0.0.1:" + server.port();
    }

    /** Until the park is drawn. */
    void awaitFrame() {
      Await.until(
          "a frame",
          () -> {
            try {
              return !desk.parks().isEmpty();
            } catch (ProblemException | InterruptedException e) {
              throw new AssertionError(e);
            }
          });
    }

    @Override
    public void close() {
      desk.close();
      server.close();
      try {
        history.close();
      } catch (DatabaseException e) {
        throw new AssertionError(e);
      }
    }
  }

  FakePark() throws IOException {}

  /** One more web process. */
  Web web() throws IOException {
    return web(0);
  }

  /** One more web process, on this port. */
  Web web(int port) throws IOException {
    HostPort place = new HostPort("127.0.0.1", agency.port());
    return web(port, Optional.of(new Agency(place, new Trust.Plaintext(), Optional.empty())));
  }

  /** One more web process, on this port, with or without an agency of trips. */
  Web web(int port, Optional<Agency> trips) throws IOException {
    Desk desk = new Desk(engine, RandomGenerator.getDefault(), InstantSource.system());
    Pages pages = Pages.load();
    Routes routes = new Routes();
    RegistryLine line =
        new RegistryLine(
            new HostPort("127.0.0.1", registry.port()),
            new Trust.Plaintext(),
            new WebKey(SharedSecret.of(new byte[32])));
    History history = history(scratch.path().resolve(webs.size() + ".db"));
    Registry asked = new Registry(line, away -> desk.away(Away.REGISTRY, away));
    Cookies cookies = new Cookies(new CookieSeal(new byte[32]), "test", InstantSource.system());
    new GuestSite(desk, asked, cookies, pages.build(), trips).addTo(routes);
    new OperatorSite(desk, asked, cookies, history).addTo(routes);
    new ApiSite(desk, () -> Optional.of("test"), history).addTo(routes);
    new PageSite(pages).addTo(routes);
    WebServer server =
        new WebServer(
            WebServer.Place.loopback(port),
            WebServer.Doors.usual(new HostRule(Set.of()), new ClientAddress(List.of())),
            Limits.DEFAULT,
            routes);
    engine.tell(desk);
    Web web = new Web(desk, server, history);
    webs.add(web);
    return web;
  }

  private static History history(Path file) {
    try {
      return History.open(file);
    } catch (DatabaseException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    webs.forEach(Web::close);
    engine.close();
    registry.close();
    agency.close();
    scratch.close();
  }
}
