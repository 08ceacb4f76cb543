package fwq.waitingtime;

import fwq.common.park.Ride;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.sqlite.DatabaseException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers {@code waits}: every ride of a park as it is at the moment of asking. */
final class WaitsHandler implements FrameServer.Handler {
  private final Map<Integer, List<Ride>> parks;
  private final Rides rides;
  private final LatestReadings readings;
  private final InstantSource clock;
  private final Consumer<DatabaseException> broken;

  /**
   * Answers for these parks.
   *
   * @param parks each park's rides, by the park's number
   * @param broken told when the database cannot be read any more
   */
  WaitsHandler(
      Map<Integer, List<Ride>> parks,
      Rides rides,
      LatestReadings readings,
      InstantSource clock,
      Consumer<DatabaseException> broken) {
    this.parks = Map.copyOf(parks);
    this.rides = rides;
    this.readings = readings;
    this.clock = clock;
    this.broken = broken;
  }

  @Override
  public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    return WaitsCodec.write(answer(WaitsCodec.readRequest(request).park()));
  }

  private WaitsReply answer(int park) {
    Map<Integer, OperatorStatus> statuses;
    try {
      statuses = rides.statuses(park);
    } catch (DatabaseException e) {
      broken.accept(e);
      return WaitsReply.Refused.of(
          ErrorCode.UNAVAILABLE, "the waiting time server cannot read its database");
    }
    long now = clock.millis();
    return new WaitsReply.Waits(
        parks.getOrDefault(park, List.of()).stream()
            .map(
                ride ->
                    WaitEstimate.status(
                        ride,
                        statuses.getOrDefault(ride.id(), OperatorStatus.CLOSED),
                        Optional.ofNullable(readings.byRide().get(new ParkRide(park, ride.id()))),
                        now))
            .toList());
  }
}
