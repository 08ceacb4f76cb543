/**
 * The park's values: where things are, what a ride is, and the picture of it all that guests see.
 *
 * <p>A move in these terms: a guest at a {@link fwq.common.park.Position} takes one step in a
 * {@link fwq.common.park.Direction} on the torus; the engine counts heads by cell and puts them,
 * with each ride's {@link fwq.common.park.RideStatus}, into a {@link fwq.common.park.ParkMap}.
 *
 * <p>Pure: imports nothing but {@code java.*}.
 */
package fwq.common.park;
