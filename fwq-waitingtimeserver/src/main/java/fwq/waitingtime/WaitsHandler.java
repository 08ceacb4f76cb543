package fwq.waitingtime;

import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.sqlite.DatabaseException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Answers {@code waits}: every ride of a park as it is at the moment of asking. */
final class WaitsHandler implements FrameServer.Handler {
  private final Map<Integer, List<Ride>> parks;
  private final Statuses rides;
  private final LatestReadings readings;
  private final Consumer<DatabaseException> broken;

  /** What the operator said when the database could last be read, by park: for while it is held. */
  private final Map<Integer, Map<Integer, OperatorStatus>> lastStatuses = new ConcurrentHashMap<>();

  /** What the operator says of each ride of a park, as of now. */
  @FunctionalInterface
  interface Statuses {
    Map<Integer, OperatorStatus> statuses(int park) throws DatabaseException;
  }

  /**
   * Answers for these parks.
   *
   * @param parks each park's rides, by the park's number
   * @param broken told when the database cannot be read any more
   */
  WaitsHandler(
      Map<Integer, List<Ride>> parks,
      Statuses rides,
      LatestReadings readings,
      Consumer<DatabaseException> broken) {
    this.parks = Map.copyOf(parks);
    this.rides = rides;
    this.readings = readings;
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
      lastStatuses.put(park, statuses);
    } catch (DatabaseException e) {
      statuses = lastStatuses.get(park);
      if (!e.isBusy()) {
        broken.accept(e);
      }
      if (!e.isBusy() || statuses == null) {
        return WaitsReply.Refused.of(
            ErrorCode.UNAVAILABLE, "the waiting time server cannot read its database");
      }
    }
    return new WaitsReply.Waits(now(park, statuses));
  }

  private List<RideStatus> now(int park, Map<Integer, OperatorStatus> statuses) {
    return parks.getOrDefault(park, List.of()).stream()
        .map(
            ride -> {
              ParkRide its = new ParkRide(park, ride.id());
              return WaitEstimate.status(
                  ride,
                  statuses.getOrDefault(ride.id(), OperatorStatus.CLOSED),
                  readings.of(its),
                  readings.ageMillis(its));
            })
        .toList();
  }
}
