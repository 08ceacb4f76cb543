package fwq.tui;

import java.io.IOException;
import org.jline.utils.InfoCmp;

/** What JLine is to believe of a terminal, to be told before it is opened. */
final class TerminalType {
  private TerminalType() {}

  /**
   * Has JLine send the colours of this palette as they are, and not as the table of terminals would
   * have them, in which an xterm has eight.
   *
   * @param name what {@code TERM} says
   * @return the name of a terminal that does what this one does, where nobody knows this one
   */
  static String prepare(String name, Palette palette) throws InterruptedException {
    String known = name;
    // JLine's own table first: to ask the system's takes a process.
    String capabilities = InfoCmp.getDefaultInfoCmp(name);
    if (capabilities == null) {
      try {
        capabilities = InfoCmp.getInfoCmp(name);
      } catch (IOException e) {
        // Made after the system's table was: all of those do what xterm or screen does.
        known = name.startsWith("tmux") || name.startsWith("screen") ? "screen" : "xterm";
        capabilities = InfoCmp.getDefaultInfoCmp(known);
      }
    }
    // The last word counts.
    InfoCmp.setLoadedInfoCmp(known, capabilities + "\n\tcolors#" + palette.colours() + ",\n");
    return known;
  }
}
