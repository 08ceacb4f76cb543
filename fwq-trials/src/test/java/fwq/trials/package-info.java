/**
 * The programs as people run them: real processes, a real Kafka, real sockets, and {@code kill -9}.
 *
 * <p>{@link fwq.trials.programs.Running} is one process and what it said; {@link
 * fwq.trials.programs.Programs} starts them and ends them all; {@link fwq.trials.Frames} reads the
 * map off the topic {@code Engine}, as a guest would; {@link fwq.trials.TestKafka} is the one place
 * that chooses a broker.
 *
 * <p>Beside them {@code wholepark} simulates a whole park in one thread, without any of that.
 */
package fwq.trials;
