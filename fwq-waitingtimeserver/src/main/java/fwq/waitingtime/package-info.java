/**
 * Turns sensors' counts into waiting times.
 *
 * <p>Rides of all parks are served by one server; a {@link fwq.waitingtime.ParkRide} says which is
 * meant. A park that is added is a partition that is added, which the feed notices by itself.
 *
 * <p>One reading's walk: a record of topic {@code SD} → {@link fwq.waitingtime.SensorFeed} polls it
 * → {@link fwq.waitingtime.LatestReadings} decodes it, stores it with the topic's next offset in
 * one transaction of {@link fwq.waitingtime.Rides}, and publishes it to other threads → an engine's
 * {@code waits} request reaches {@link fwq.waitingtime.WaitsHandler} → {@link
 * fwq.waitingtime.WaitEstimate} says what it means at that moment.
 *
 * <p>{@link fwq.waitingtime.RideMain} is the operator's tool: a program of its own that writes a
 * ride's {@link fwq.waitingtime.OperatorStatus} into the same database.
 *
 * <p>Must not import another component's package; {@code WaitEstimate} knows no clock and no I/O.
 */
package fwq.waitingtime;
