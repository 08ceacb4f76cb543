package fwq.trials.bench.web;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.WebKey;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.web.guest.CookieSeal;
import fwq.web.guest.Cookies;
import fwq.web.guest.Desk;
import fwq.web.guest.GuestSite;
import fwq.web.guest.Registry;
import fwq.web.guest.RegistryLine;
import fwq.web.guest.Voice;
import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A web process without Kafka: its park's frames, of 200 guests who walk, come 20 times a second
 * from a loop beside it. Serves on the port of its argument until its input ends.
 */
public final class StreamServer {
  private static final int GUESTS = 200;
  private static final long FRAME_NANOS = 50_000_000;

  private StreamServer() {}

  /** Nobody is let in. */
  private static final class Nobody implements Voice {
    @Override
    public void operate(int park, Operate said, SessionKey key) {}

    @Override
    public void say(int park, VisitorEvent event, SessionKey key) {}

    @Override
    public void report(int park, Position position) {}

    @Override
    public void listen(int park, String alias) {}

    @Override
    public void forget(int park, String alias) {}

    @Override
    public boolean brokerThere() {
      return true;
    }
  }

  /** Serves. */
  public static void main(String[] args) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    try (Desk desk = new Desk(new Nobody(), random, InstantSource.system())) {
      Routes routes = new Routes();
      RegistryLine nowhere =
          new RegistryLine(
              new HostPort("127.0.0.1", 9),
              new Trust.Plaintext(),
              new WebKey(SharedSecret.of(new byte[32])));
      Cookies cookies = new Cookies(new CookieSeal(new byte[32]), "x", InstantSource.system());
      new GuestSite(desk, new Registry(nowhere, _ -> {}), cookies, "build", Optional.empty())
          .addTo(routes);
      desk.addPark(0);
      try (WebServer _ =
          new WebServer(
              WebServer.Place.loopback(Integer.parseInt(args[0])),
              new WebServer.Doors(
                  new HostRule(Set.of()), new ClientAddress(List.of()), 100_000, 100_000),
              Limits.DEFAULT.withStreamsPerAddress(12_000),
              routes)) {
        Thread.ofPlatform().daemon().start(() -> draw(desk, random));
        while (System.in.read() >= 0) {
          // Until it ends.
        }
      }
    }
  }

  private static void draw(Desk desk, SplittableRandom random) {
    for (long seq = 0; ; seq++) {
      long now = System.currentTimeMillis();
      List<Position> places =
          IntStream.range(0, GUESTS)
              .mapToObj(_ -> Position.ofCell(random.nextInt(Position.CELLS)))
              .toList();
      ParkMap map =
          new ParkMap(
              GUESTS,
              1_000,
              RideTable.DEFAULT.stream().map(ride -> RideStatus.open(ride, 40, 25, now)).toList(),
              places.stream()
                  .distinct()
                  .map(
                      place ->
                          new ParkMap.Headcount(
                              place, (int) places.stream().filter(place::equals).count()))
                  .toList(),
              List.of());
      desk.frame(new MapFrame(0, 1, seq, seq, now, map));
      LockSupport.parkNanos(FRAME_NANOS);
    }
  }
}
