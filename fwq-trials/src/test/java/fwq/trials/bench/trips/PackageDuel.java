package fwq.trials.bench.trips;

import fwq.common.talk.trips.AgencyCodec;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.file.ScratchFolder;
import fwq.kit.frame.FrameClient;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.tls.Trust;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import fwq.trips.agency.Agency;
import fwq.trips.serving.Doorkeeper;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A package of flight, hotel and tour that an agency books, beside its six words said to the
 * sellers by themselves, one after the other.
 */
public final class PackageDuel implements Duel {
  private static final int PACKAGES = 200;
  private static final int ANY_RATE = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "package";
  }

  @Override
  public String unit() {
    return "ms";
  }

  @Override
  public String first() {
    return "booked by the agency";
  }

  @Override
  public String second() {
    return "its three holds and three confirmations, one by one";
  }

  @Override
  public Goal goal() {
    return new Goal.AtMostAndTimes(0, 1.5);
  }

  @Override
  public double measure(Workbench bench, boolean isAgency) throws Exception {
    int count = bench.load(PACKAGES);
    Map<Leg, OpenSeller> sellers = new EnumMap<>(Leg.class);
    Map<Leg, FrameClient> clients = new EnumMap<>(Leg.class);
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench")) {
      for (Leg leg : Leg.values()) {
        sellers.put(leg, new OpenSeller(leg));
        clients.put(leg, sellers.get(leg).connect());
      }
      List<Map<Leg, List<Part>>> packages = packages(clients, count);
      return isAgency ? book(scratch, sellers, packages) : say(clients, packages);
    } finally {
      for (FrameClient client : clients.values()) {
        client.close();
      }
      for (OpenSeller seller : sellers.values()) {
        seller.close();
      }
    }
  }

  /** Whatever guests find: each time something else. */
  private static List<Map<Leg, List<Part>>> packages(Map<Leg, FrameClient> clients, int count)
      throws Exception {
    List<Map<Leg, List<Part>>> packages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      packages.add(new EnumMap<>(Leg.class));
    }
    for (Leg leg : Leg.values()) {
      int next = 0;
      for (Search search : Searches.of(leg, 4 * count)) {
        if (next < count
            && OpenSeller.ask(clients.get(leg), (SellerRequest) search) instanceof Found found
            && !found.matches().choices().isEmpty()) {
          List<Choice> choices = found.matches().choices();
          packages.get(next).put(leg, choices.get(next % choices.size()).parts(1));
          next++;
        }
      }
    }
    return packages;
  }

  private static double say(Map<Leg, FrameClient> clients, List<Map<Leg, List<Part>>> packages)
      throws Exception {
    long start = System.nanoTime();
    for (Map<Leg, List<Part>> one : packages) {
      UUID trip = UUID.randomUUID();
      for (Map.Entry<Leg, List<Part>> leg : one.entrySet()) {
        SellerReply _ =
            OpenSeller.ask(clients.get(leg.getKey()), new SellerRequest.Hold(trip, leg.getValue()));
      }
      for (Leg leg : one.keySet()) {
        SellerReply _ = OpenSeller.ask(clients.get(leg), new SellerRequest.Confirm(trip));
      }
    }
    return (System.nanoTime() - start) / 1e6 / packages.size();
  }

  private static double book(
      ScratchFolder scratch, Map<Leg, OpenSeller> sellers, List<Map<Leg, List<Part>>> packages)
      throws Exception {
    InstantSource clock = InstantSource.system();
    Map<Leg, Agency.Peer> peers = new EnumMap<>(Leg.class);
    sellers.forEach(
        (leg, seller) -> peers.put(leg, new Agency.Peer(seller.address(), new Trust.Plaintext())));
    Metrics metrics = Metrics.unserved();
    try (Agency agency =
            Agency.open(
                new Agency.Parts(
                    scratch.path(),
                    new InetSocketAddress(0),
                    peers,
                    Optional.empty(),
                    "EUR",
                    Optional.empty(),
                    new Doorkeeper("agency", ANY_RATE, Doorkeeper.requests(metrics), clock),
                    _ -> {},
                    metrics,
                    clock,
                    RandomGenerator.getDefault()));
        FrameClient guest =
            FrameClient.connect(new HostPort("127.0.0.1", agency.port()), PATIENCE)) {
      long start = System.nanoTime();
      for (Map<Leg, List<Part>> one : packages) {
        AgencyReply reply =
            AgencyCodec.readReply(
                guest.call(
                    AgencyCodec.write(
                        new AgencyRequest.Book(UUID.randomUUID(), one, "Ana", Optional.empty()))));
        if (!(reply instanceof AgencyReply.Booked)) {
          throw new IllegalStateException("not booked: " + reply);
        }
      }
      return (System.nanoTime() - start) / 1e6 / packages.size();
    }
  }
}
