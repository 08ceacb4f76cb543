/**
 * Counts the people in one ride's line and tells the park.
 *
 * <p>One reading's walk: {@link fwq.sensor.Sensor} has its turn every 1 to 3 s → asks its {@link
 * fwq.sensor.Counts} how many people there are now → {@link fwq.sensor.Readings} makes that a
 * record, signed where the sensor has a key → it goes to topic {@code SD}. The counts come from a
 * simulation ({@link fwq.sensor.Simulation}), from chance ({@link fwq.sensor.RandomCounts}), from a
 * recorded day ({@link fwq.sensor.Replay}) or from a real counter on standard input ({@link
 * fwq.sensor.CounterInput}).
 *
 * <p>Pure, with time and chance as arguments: {@link fwq.sensor.SimulatedQueue} and {@link
 * fwq.sensor.RecordedDay}. Must not import another component's package.
 */
package fwq.sensor;
