/**
 * {@code fwq watch}: the parks as their operator sees them, without a guest.
 *
 * <p>One frame, from broker to screen: {@link fwq.operator.watch.EngineTopic} reads the topic
 * {@code Engine}, all parks of it, and leaves out what cannot be believed; {@link
 * fwq.operator.watch.Mailbox} keeps the newest {@link fwq.operator.watch.Sighting} of each park for
 * the thread that owns the screen. There, {@link fwq.operator.watch.WatchPage} adds it to the
 * {@link fwq.operator.watch.Board}, whose {@link fwq.operator.watch.WatchedPark} records it in its
 * {@link fwq.operator.watch.Series}, and {@link fwq.operator.watch.WatchView} draws the board on a
 * canvas. With {@code --json}, {@link fwq.operator.watch.FrameLines} prints what the topic gives
 * instead.
 *
 * <p>Board, histories and view are pure: time is an argument, epoch milliseconds by this machine's
 * clock. The terminal is {@code fwq.tui}'s.
 */
package fwq.operator.watch;
