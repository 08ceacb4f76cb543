/**
 * A whole park in one thread, without Kafka and without a real clock: one seed, one run.
 *
 * <p>Real: {@code Engine} with its {@code ParkRoom}, {@code ParkVoice}, {@code ParkLog} and {@code
 * WaitsPoller}, {@code EngineFeed}, {@code Visit}, {@code Walker}, the simulated line, the wait
 * formula, signatures and JSON. Simulated: time ({@link fwq.systemtests.wholepark.Timeline}), the
 * broker and its clock ({@link fwq.systemtests.wholepark.SimulatedBroker}), Kafka's clients ({@link
 * fwq.systemtests.wholepark.BrokerReader}, {@link fwq.systemtests.wholepark.AnswerWriter}, {@link
 * fwq.systemtests.wholepark.NoteWriter}), the engines' group ({@link
 * fwq.systemtests.wholepark.EngineGroup}), the way from a guest to the broker ({@link
 * fwq.systemtests.wholepark.Network}), the programs' threads, and the waiting time server's
 * storage.
 *
 * <p>A move: {@link fwq.systemtests.wholepark.Stay} lets its Visit step, the network brings the
 * record to the broker late, twice or never, a turn of {@link
 * fwq.systemtests.wholepark.EngineProcess} reads it, and its frame comes back through {@link
 * fwq.systemtests.wholepark.GuestProgram}. Whatever is appended, noted, said or heard goes past
 * {@link fwq.systemtests.wholepark.Audit}, which knows what must always hold. {@link
 * fwq.systemtests.wholepark.Trouble} brings the accidents; then all heals, and half a minute later
 * everybody must agree.
 */
package fwq.systemtests.wholepark;
