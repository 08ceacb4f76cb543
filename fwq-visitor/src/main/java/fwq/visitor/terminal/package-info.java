/**
 * The guests' terminal client: connection, login, menu, profile, and the park with its live map.
 *
 * <p>One step, from key to screen: {@code fwq.tui} gives the key to the page that is on. {@link
 * fwq.visitor.terminal.ParkPage} has {@link fwq.visitor.terminal.Commands} say what it means, asks
 * {@link fwq.guest.Visit} for the move and sends it over the link that {@link
 * fwq.visitor.terminal.BackgroundErrands} made. The engine's next frame comes back as a {@link
 * fwq.visitor.terminal.ParkEvent}; {@link fwq.visitor.terminal.ParkView} draws a {@link
 * fwq.visitor.terminal.ParkScene}, with {@link fwq.visitor.terminal.MapView} at its left and {@link
 * fwq.visitor.terminal.RideListView} at its right.
 *
 * <p>All words are {@link fwq.visitor.terminal.Texts}. Pages and views are pure: time is an
 * argument, what takes time is one of the {@link fwq.visitor.terminal.Errands}. The network is
 * known to {@code BackgroundErrands} alone, the terminal to {@code TerminalClient}.
 */
package fwq.visitor.terminal;
