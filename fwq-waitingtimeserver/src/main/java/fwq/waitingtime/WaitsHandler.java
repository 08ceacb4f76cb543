package fwq.waitingtime;

import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.WaitsReply;
import fwq.common.net.FrameServer;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.sqlite.DatabaseException;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers {@code waits}: every ride as it is at the moment of asking. */
final class WaitsHandler implements FrameServer.Handler {
  private final List<Ride> park;
  private final Rides rides;
  private final LatestReadings readings;
  private final InstantSource clock;
  private final Consumer<DatabaseException> broken;

  /**
   * Answers for this park.
   *
   * @param broken told when the database cannot be read any more
   */
  WaitsHandler(
      List<Ride> park,
      Rides rides,
      LatestReadings readings,
      InstantSource clock,
      Consumer<DatabaseException> broken) {
    this.park = park;
    this.rides = rides;
    this.readings = readings;
    this.clock = clock;
    this.broken = broken;
  }

  @Override
  public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    var _ = Json.readWaitsRequest(request);
    return Json.write(answer());
  }

  private WaitsReply answer() {
    Map<Integer, OperatorStatus> statuses;
    try {
      statuses = rides.statuses();
    } catch (DatabaseException e) {
      broken.accept(e);
      return ErrorReply.of(
          ErrorCode.UNAVAILABLE, "the waiting time server cannot read its database");
    }
    Map<Integer, LastReading> latest = readings.byRide();
    long now = clock.millis();
    return new WaitsReply.Waits(
        park.stream().map(ride -> status(ride, statuses, latest, now)).toList());
  }

  private static RideStatus status(
      Ride ride,
      Map<Integer, OperatorStatus> statuses,
      Map<Integer, LastReading> latest,
      long now) {
    return WaitEstimate.status(
        ride,
        statuses.getOrDefault(ride.id(), OperatorStatus.CLOSED),
        Optional.ofNullable(latest.get(ride.id())),
        now);
  }
}
