/**
 * {@code fwq watch}: the parks as their operator sees them, without a guest.
 *
 * <p>One frame, from broker to screen: {@link fwq.visitor.watch.EngineTopic} reads the topic {@code
 * Engine}, all parks of it, and leaves out what cannot be believed; {@link
 * fwq.visitor.watch.Mailbox} keeps the newest {@link fwq.visitor.watch.Sighting} of each park for
 * the thread that owns all state, {@link fwq.visitor.watch.Watch}'s. That gives it to the {@link
 * fwq.visitor.watch.Board}, whose {@link fwq.visitor.watch.WatchedPark} notes it in its {@link
 * fwq.visitor.watch.History}; {@link fwq.visitor.watch.WatchView} draws the board on a sheet. With
 * {@code --json}, {@link fwq.visitor.watch.FrameLines} prints what the topic gives instead.
 *
 * <p>Board, histories and view are pure: time is an argument, epoch milliseconds by this machine's
 * clock. The terminal is {@code fwq.visitor.terminal}'s.
 */
package fwq.visitor.watch;
