/**
 * The guests' terminal client: connection, login, menu, profile, and the park with its live map.
 *
 * <p>One step, from key to screen: {@link fwq.visitor.terminal.KeyReader} reads characters, {@link
 * fwq.visitor.terminal.KeyDecoder} makes a {@link fwq.visitor.terminal.Key} of them, which goes as
 * an {@link fwq.visitor.terminal.Event} into the {@link fwq.visitor.terminal.Inbox}. One thread
 * owns all state: {@link fwq.visitor.terminal.Show} takes the event and gives it to the {@link
 * fwq.visitor.terminal.Page} that is on; {@link fwq.visitor.terminal.ParkPage} asks {@link
 * fwq.guest.Visit} for the move and says it over the {@link fwq.visitor.terminal.ParkLine}. The
 * engine's next frame comes back as an event, {@link fwq.visitor.terminal.ParkView} draws a {@link
 * fwq.visitor.terminal.ParkScene} on a {@link fwq.visitor.terminal.Canvas}, and {@link
 * fwq.visitor.terminal.Screen} sends what changed.
 *
 * <p>Where there are only lines ({@code TERM=dumb}), {@link fwq.visitor.terminal.LineShow} takes
 * the place of Show and Screen: a page says what it is ({@link fwq.visitor.terminal.Spoken}), and a
 * line means the keys that the page takes it for. All words are {@link fwq.visitor.terminal.Texts}.
 *
 * <p>Pages, views and forms are pure: time is an argument, what takes time is one of the {@link
 * fwq.visitor.terminal.Errands}. JLine is known to {@code Screen}, {@code KeyReader}, {@code
 * Palette}, {@code Canvas} and {@code Words} alone, the network to {@code BackgroundErrands}.
 */
package fwq.visitor.terminal;
