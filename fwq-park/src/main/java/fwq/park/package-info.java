/**
 * {@code fwq park}: the whole park on one machine, each program in its own JVM.
 *
 * <p>{@link fwq.park.ParkMain} parses the options and checks that the ports are free; {@link
 * fwq.park.Plan} says which programs there are and with which arguments; {@link fwq.park.Readiness}
 * finds out by asking whether one is ready; {@link fwq.park.Supervisor} starts each, starts it
 * again when it dies, and closes all of them, the guests first and the broker last.
 */
package fwq.park;
