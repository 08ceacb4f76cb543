/**
 * How long guests really stand, learnt from those who boarded, and what signs will show later.
 *
 * <p>One guest's walk: a sign is read ({@link fwq.waitingtime.truth.Estimator#posted}) → somebody
 * joins, and all that is known then becomes a {@link fwq.waitingtime.truth.Situation} → each {@link
 * fwq.waitingtime.truth.Clue} says one number of it → a {@link fwq.waitingtime.truth.Lesson} weighs
 * them to the share of the sign that will be stood; a second one knows, besides, what the first got
 * wrong with {@link fwq.waitingtime.truth.AlikeGuests} → the {@link fwq.waitingtime.truth.Band}
 * lays their errors around it → the guest boards, and what they stood teaches all of these.
 *
 * <p>{@link fwq.waitingtime.truth.Settings} says which clues are used: {@code reference} is what
 * the first design was, {@code best} what is shown, and a few of the clues are stages that can
 * stand alone. {@link fwq.waitingtime.truth.Forecast} stands beside it and knows signs alone. Both
 * are saved and loaded whole; a {@link fwq.waitingtime.truth.Tape} carries each piece's numbers out
 * or back in. {@code docs/WAITS.md} tells all this at leisure, with figures.
 *
 * <p>Pure: time is an argument, seconds of the park's own clock; imports nothing but {@code
 * java.*}.
 */
package fwq.waitingtime.truth;
