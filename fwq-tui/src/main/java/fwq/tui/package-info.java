/**
 * A terminal toolkit that knows no park: pages of text, forms and a map, keys and clicks.
 *
 * <p>One key, and the screen after it: {@link fwq.tui.KeyReader} reads characters, {@link
 * fwq.tui.KeyDecoder} makes a {@link fwq.tui.Key} of them, which goes as an {@link fwq.tui.Event}
 * into the {@link fwq.tui.Inbox}. One thread owns all state: {@link fwq.tui.Show} gives the event
 * to the {@link fwq.tui.Page} that is on, has it draw itself on a {@link fwq.tui.Canvas} in {@link
 * fwq.tui.Ink}s, and {@link fwq.tui.Screen} sends what changed in the colours of a {@link
 * fwq.tui.Palette}. Programs add pages and events of their own.
 *
 * <p>Where there are only lines ({@code TERM=dumb}), {@link fwq.tui.LineShow} takes the place of
 * Show and Screen: a page says what it is ({@link fwq.tui.Spoken}), and a line means the keys that
 * the page takes it for.
 *
 * <p>All but Show, LineShow, their readers and Screen is pure: time is an argument. No sentence is
 * made here; words are arguments. This is the one package that knows JLine.
 */
package fwq.tui;
