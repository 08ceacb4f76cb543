/**
 * What a park should have done, from the records alone, and whether it did. Pure: records in,
 * violations out.
 *
 * <p>{@link fwq.operator.judge.Model} is a second, small statement of the park's rules, written
 * without a look at the engine's, which it must not import. {@link fwq.operator.judge.Survey}
 * collects which offsets the engines' frames speak of; {@link fwq.operator.judge.History} runs the
 * model over the topic {@code Visitor} and keeps the picture at each of them and what each guest
 * should be told; {@link fwq.operator.judge.Verdict} holds the topic {@code Engine} against that.
 * Memory grows with the guests and the frames that are kept, not with the guests' records.
 */
package fwq.operator.judge;
