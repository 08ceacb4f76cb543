package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent for colours, to terminals that have many, few or none. */
class ColourTest {
  private static final Pattern LOOK = Pattern.compile("\033\\[([0-9;]*)m");

  /** All looks there are, as sent to a terminal of that name. */
  private static String sent(String terminal, Palette palette) throws Exception {
    FakeTerminal there = new FakeTerminal(TerminalType.prepare(terminal, palette));
    Canvas canvas = new Canvas(24, 80);
    int row = 0;
    for (Ink.Base base : EnumSet.allOf(Ink.Base.class)) {
      int column = 0;
      for (Ink.Tone tone : EnumSet.allOf(Ink.Tone.class)) {
        column = canvas.put(row, column, "x", new Ink(tone, base));
      }
      row++;
    }
    try (Screen screen = there.screen(palette)) {
      String _ = there.sent();
      screen.show(canvas);
      return there.sent();
    }
  }

  private static Set<String> looks(String sent) {
    Set<String> looks = new TreeSet<>();
    for (Matcher matcher = LOOK.matcher(sent); matcher.find(); ) {
      looks.add(matcher.group(1));
    }
    return looks;
  }

  @ParameterizedTest
  @CsvSource({"xterm", "xterm-256color", "linux", "screen", "tmux-256color", "nobody-knows-this"})
  void trueColourIsSentInRedGreenAndBlue(String terminal) throws Exception {
    String sent = sent(terminal, Palette.TRUE);
    assertTrue(sent.contains("48;2;28;28;28"), "the park's ground");
    assertTrue(sent.contains("38;2;95;215;95"), "a short wait");
    assertFalse(sent.contains("8;5;"), () -> looks(sent).toString());
  }

  @ParameterizedTest
  @CsvSource({"xterm", "xterm-256color", "linux", "screen", "tmux-256color", "nobody-knows-this"})
  void the256ColoursAreSentByTheirNumbers(String terminal) throws Exception {
    String sent = sent(terminal, Palette.MANY);
    assertTrue(sent.contains("48;5;234"), "the park's ground");
    assertTrue(sent.contains("38;5;77"), "a short wait");
    assertFalse(sent.contains("8;2;"), () -> looks(sent).toString());
  }

  @ParameterizedTest
  @CsvSource({"xterm", "xterm-256color", "linux", "screen", "tmux-256color", "nobody-knows-this"})
  void the16ColoursAreSentAsEveryTerminalKnowsThem(String terminal) throws Exception {
    String sent = sent(terminal, Palette.SIXTEEN);
    assertFalse(sent.contains("38;") || sent.contains("48;"), () -> looks(sent).toString());
    Matcher background = Pattern.compile("[\\[;]10[0-7][;m]").matcher(sent);
    assertFalse(background.find(), "no bright grounds");
    assertTrue(looks(sent).stream().anyMatch(look -> look.contains("32")), "a short wait");
  }

  @Test
  void noColourIsSentWhereNoneIsWanted() throws Exception {
    for (String look : looks(sent("xterm-256color", Palette.MONO))) {
      for (String code : look.split(";", -1)) {
        assertTrue(code.length() < 2 || code.startsWith("2"), look);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xterm, '', '', '', SIXTEEN",
    "linux, '', '', '', SIXTEEN",
    "screen, '', '', '', SIXTEEN",
    "xterm-256color, '', '', '', MANY",
    "tmux-256color, '', '', '', MANY",
    "xterm-kitty, '', '', '', MANY",
    "xterm, truecolor, '', '', TRUE",
    "tmux-256color, 24bit, '', '', TRUE",
    "xterm-256color, yes, '', '', MANY",
    // GNU screen hands the outer terminal's word on, and cannot keep it.
    "screen.xterm-256color, truecolor, 17.pts-0, '', MANY",
    "xterm-256color, truecolor, '', 1, MONO",
    "vt220, '', '', '', MONO",
  })
  void depthIsThatOfTheTerminal(
      String term, String colorTerm, String screen, String noColor, Palette palette) {
    assertEquals(
        palette,
        Surroundings.palette(
            Map.of("TERM", term, "COLORTERM", colorTerm, "STY", screen, "NO_COLOR", noColor)));
  }
}
