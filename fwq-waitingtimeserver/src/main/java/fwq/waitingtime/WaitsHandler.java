package fwq.waitingtime;

import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.tls.KeyPin;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers {@code waits}: every ride of a park as its sensor has it at the moment of asking. */
final class WaitsHandler implements FrameServer.Handler {
  private final Map<Integer, List<Ride>> parks;
  private final Untold untold;
  private final LatestReadings readings;
  private final KnownEngines engines;

  /** What operators said of rides that no park was told yet. */
  @FunctionalInterface
  interface Untold {
    /** Why it does not run; nothing where it does, or the park says it. */
    Optional<RideState> of(ParkRide ride);
  }

  /**
   * Answers for these parks.
   *
   * @param parks each park's rides, by the park's number
   * @param untold what operators said that the parks do not know yet
   * @param engines whom it answers
   */
  WaitsHandler(
      Map<Integer, List<Ride>> parks,
      LatestReadings readings,
      Untold untold,
      KnownEngines engines) {
    this.parks = Map.copyOf(parks);
    this.readings = readings;
    this.untold = untold;
    this.engines = engines;
  }

  @Override
  public boolean asksForKey() {
    return true;
  }

  /**
   * What waits there are is no secret, and between the programs of one machine nobody is on the
   * way: a script that asks there needs no TLS. Engines speak it everywhere.
   */
  @Override
  public boolean answersWithoutTls(InetAddress peer) {
    return peer.isLoopbackAddress() && engines.files().isEmpty();
  }

  @Override
  public FrameServer.Handler forConnection(Optional<KeyPin> key) {
    return engines.areAnswered(key) ? this : WaitsHandler::refuse;
  }

  private static byte[] refuse(byte[] request, InetAddress from) throws BadMessageException {
    throw new BadMessageException(
        "only engines that this server knows are answered: give it the engine's certificate,"
            + " engine.crt in the engine's --data, with --engines FILE");
  }

  @Override
  public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    int park = WaitsCodec.readRequest(request).park();
    List<RideStatus> rides =
        parks.getOrDefault(park, List.of()).stream().map(ride -> now(park, ride)).toList();
    return WaitsCodec.write(new WaitsReply.Waits(rides));
  }

  private RideStatus now(int park, Ride ride) {
    ParkRide its = new ParkRide(park, ride.id());
    Optional<RideState> stopped = untold.of(its);
    if (stopped.isPresent()) {
      return RideStatus.without(ride, stopped.get(), OptionalLong.empty());
    }
    return WaitEstimate.status(ride, readings.of(its), readings.ageMillis(its));
  }
}
