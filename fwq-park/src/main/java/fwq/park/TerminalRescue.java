package fwq.park;

import java.io.IOException;
import java.io.PrintWriter;

/** Puts a terminal right that a killed program had no time to give back. */
final class TerminalRescue {
  /** An exit code above this is that of a program that was ended by a signal, such as 137. */
  private static final int KILLED = 128;

  /**
   * Attributes, keypad, mouse, bracketed paste, cursor and second screen, as the visitor's program
   * takes them, and {@code scripts/fwq} gives them back.
   */
  private static final String GIVE_BACK =
      "\033[0m\033[?1l\033>\033[?1006l\033[?1000l\033[?2004l\033[?25h\033[?1049l";

  private TerminalRescue() {}

  /** To be called when a program that had the terminal to itself has ended with this code. */
  static void after(int exitCode, PrintWriter out) throws InterruptedException {
    String terminal = System.getenv().getOrDefault("TERM", "dumb");
    if (exitCode <= KILLED || terminal.startsWith("dumb")) {
      return;
    }
    out.print(GIVE_BACK);
    out.flush();
    try {
      // Not raw any more; as it was exactly is for the shell script to know.
      var _ = new ProcessBuilder("stty", "sane").inheritIO().start().waitFor();
    } catch (IOException e) {
      out.println("the terminal may behave oddly: enter 'stty sane' (" + e.getMessage() + ")");
    }
  }
}
