/**
 * Turns sensors' counts into waiting times.
 *
 * <p>Rides of all parks are served by one server; a {@link fwq.waitingtime.ParkRide} says which is
 * meant. A park that is added is a partition that is added, which the feed notices by itself.
 *
 * <p>One reading's walk: a record of topic {@code SD} → {@link fwq.kit.feed.Feed} polls it → {@link
 * fwq.waitingtime.LatestReadings} decodes it, asks {@link fwq.waitingtime.SensorProofs} whether its
 * ride's sensor has signed it and {@link fwq.waitingtime.RideReadings} whether a line can be so,
 * stores what is with the topic's next offset in one transaction of {@link fwq.waitingtime.Rides},
 * and publishes it to other threads → an engine's {@code waits} request reaches {@link
 * fwq.waitingtime.WaitsHandler} → {@link fwq.waitingtime.WaitEstimate} says what it means at that
 * moment.
 *
 * <p>Must not import another component's package; {@code WaitEstimate}, {@code RideReadings} and
 * {@code SensorProof} know no clock and no I/O.
 */
package fwq.waitingtime;
