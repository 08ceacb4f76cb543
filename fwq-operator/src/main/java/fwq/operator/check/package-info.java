/**
 * {@code fwq check}: reads a park's topics and says whether the park kept its rules.
 *
 * <p>{@link fwq.operator.check.CheckMain} parses the command line; {@link fwq.operator.check.Check}
 * reads the topic {@code Engine} for its frames, {@code Visitor} for what happened, and {@code
 * Engine} again to hold it against that; {@link fwq.operator.check.ParkTopics} reads a partition to
 * its end; {@link fwq.operator.check.Decoder} is the one place that knows what the engine's
 * messages carry; {@link fwq.operator.check.Report} puts the outcome into words. The rules are in
 * {@link fwq.operator.judge}. With a guild, {@link fwq.operator.check.SalesCheck} does so for the
 * topics {@code Carts} and {@code Members}: {@link fwq.operator.check.SalesReader} decodes, {@link
 * fwq.operator.check.BookKeeper} asks the guild, and the rules are in {@link
 * fwq.operator.judge.sales}.
 */
package fwq.operator.check;
