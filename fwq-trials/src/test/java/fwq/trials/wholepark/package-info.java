/**
 * A whole park in one thread, without Kafka and without a real clock: one seed, one run.
 *
 * <p>Real: {@code Engine} with its {@code ParkRoom}, {@code ParkVoice}, {@code ParkLog} and {@code
 * WaitsPoller}, {@code EngineFeed}, {@code Visit}, {@code Walker}, the simulated line, the wait
 * formula, signatures and JSON. Simulated: time ({@link fwq.trials.wholepark.Timeline}), the broker
 * and its clock ({@link fwq.trials.wholepark.SimulatedBroker}), Kafka's clients ({@link
 * fwq.trials.wholepark.BrokerReader}, {@link fwq.trials.wholepark.AnswerWriter}, {@link
 * fwq.trials.wholepark.ChangelogProducer}), the engines' group ({@link
 * fwq.trials.wholepark.EngineGroup}), the way from a guest to the broker ({@link
 * fwq.trials.wholepark.Network}), the programs' threads, and the waiting time server's storage.
 *
 * <p>A move: {@link fwq.trials.wholepark.Stay} lets its Visit step, the network brings the record
 * to the broker late, twice or never, a turn of {@link fwq.trials.wholepark.EngineProcess} reads
 * it, and its frame comes back through {@link fwq.trials.wholepark.GuestProgram}. Whatever is
 * appended, noted, said or heard goes past {@link fwq.trials.wholepark.Audit}, which knows what
 * must always hold. {@link fwq.trials.wholepark.Trouble} brings the accidents; then all heals, and
 * half a minute later everybody must agree.
 */
package fwq.trials.wholepark;
