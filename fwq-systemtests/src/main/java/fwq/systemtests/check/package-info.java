/**
 * {@code fwq check}: reads a park's topics and says whether the park kept its rules.
 *
 * <p>{@link fwq.systemtests.check.CheckMain} parses the command line; {@link
 * fwq.systemtests.check.Check} reads the topic {@code Engine} for its frames, {@code Visitor} for
 * what happened, and {@code Engine} again to hold it against that; {@link
 * fwq.systemtests.check.ParkTopics} reads a partition to its end; {@link
 * fwq.systemtests.check.Decoder} is the one place that knows what the engine's messages carry;
 * {@link fwq.systemtests.check.Report} puts the outcome into words. The rules are in {@link
 * fwq.systemtests.judge}.
 */
package fwq.systemtests.check;
