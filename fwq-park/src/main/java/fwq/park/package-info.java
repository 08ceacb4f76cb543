/**
 * {@code fwq park}: the whole park on one machine, each program in its own JVM.
 *
 * <p>{@link fwq.park.ParkMain} parses the options, of which {@link fwq.park.TableOptions} come from
 * the table of programs, and checks that the ports are free; {@link fwq.park.Plan} is the table
 * with this park's values: which programs there are and with which arguments; {@link
 * fwq.park.OpenPark} starts each when those that it needs are ready, which {@link
 * fwq.park.Readiness} finds out by asking; {@link fwq.park.Supervisor} starts one again when it
 * dies, and closes all of them, the guests first and the broker last. Beside the first park {@link
 * fwq.park.CacheMaker} makes what makes the next start fast. No class here names a program.
 */
package fwq.park;
