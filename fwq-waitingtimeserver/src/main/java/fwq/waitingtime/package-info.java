/**
 * Turns sensors' counts into waiting times.
 *
 * <p>Rides of all parks are served by one server; a {@link fwq.waitingtime.ParkRide} says which is
 * meant. A park that is added is a partition that is added, which the feed notices by itself.
 *
 * <p>One reading's walk: a record of topic {@code SD} → {@link fwq.waitingtime.SensorFeed} polls it
 * → {@link fwq.waitingtime.LatestReadings} decodes it, asks {@link fwq.waitingtime.RideReadings}
 * whether it is believed, stores what is with the topic's next offset in one transaction of {@link
 * fwq.waitingtime.Rides}, and publishes it to other threads → an engine's {@code waits} request
 * reaches {@link fwq.waitingtime.WaitsHandler} → {@link fwq.waitingtime.WaitEstimate} says what it
 * means at that moment.
 *
 * <p>Must not import another component's package; {@code WaitEstimate} and {@code RideReadings}
 * know no clock and no I/O.
 */
package fwq.waitingtime;
