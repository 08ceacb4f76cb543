package fwq.tui;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a terminal sends into keys, one character at a time: plain characters, the escape
 * sequences of xterm, rxvt, the Linux console and tmux, bracketed paste, and clicks. What it does
 * not know is swallowed whole, never typed into a field. Pure: how long to wait for the rest of a
 * sequence is its reader's business.
 */
final class KeyDecoder {
  /** More than any form takes; the rest of a longer paste is dropped. */
  static final int PASTE_CHARS_MAX = 4_096;

  private static final int SEQUENCE_CHARS_MAX = 32;
  private static final char ESC = 0x1b;
  private static final char INTERRUPT = 0x03;
  private static final String PASTE_BEGINS = "[200~";
  private static final String PASTE_ENDS = ESC + "[201~";

  private static final Map<String, Key.Named> SEQUENCES =
      Map.ofEntries(
          Map.entry("[A", Key.Named.UP),
          Map.entry("[B", Key.Named.DOWN),
          Map.entry("[C", Key.Named.RIGHT),
          Map.entry("[D", Key.Named.LEFT),
          Map.entry("OA", Key.Named.UP),
          Map.entry("OB", Key.Named.DOWN),
          Map.entry("OC", Key.Named.RIGHT),
          Map.entry("OD", Key.Named.LEFT),
          Map.entry("[H", Key.Named.HOME),
          Map.entry("OH", Key.Named.HOME),
          Map.entry("[1~", Key.Named.HOME),
          Map.entry("[7~", Key.Named.HOME),
          Map.entry("[F", Key.Named.END),
          Map.entry("OF", Key.Named.END),
          Map.entry("[4~", Key.Named.END),
          Map.entry("[8~", Key.Named.END),
          Map.entry("[3~", Key.Named.DELETE),
          Map.entry("[Z", Key.Named.BACK_TAB),
          Map.entry("OM", Key.Named.ENTER));

  /** The left button alone went down there, counted from 1: column, then row. */
  private static final Pattern CLICK =
      Pattern.compile("\\[<0;([1-9][0-9]{0,3});([1-9][0-9]{0,3})M");

  /** A terminal that knows only the old form of clicks sends so many characters after this. */
  private static final String OLD_CLICK = "[M";

  private static final int OLD_CLICK_CHARS = 3;

  private final StringBuilder sequence = new StringBuilder();
  private final StringBuilder paste = new StringBuilder();
  private boolean inSequence;
  private boolean inPaste;
  private char highSurrogate;

  /** Whether the last character began something that is not complete. */
  boolean isMidway() {
    return inSequence;
  }

  /** Takes the next character. */
  Optional<Key> accept(char next) {
    if (next == INTERRUPT) {
      // Whatever is going on, its user can always quit.
      endSequence();
      inPaste = false;
      paste.setLength(0);
      return Optional.of(Key.Named.INTERRUPT);
    }
    if (inPaste) {
      return acceptPasted(next);
    }
    if (inSequence) {
      return acceptInSequence(next);
    }
    if (next == ESC) {
      inSequence = true;
      return Optional.empty();
    }
    return plain(next);
  }

  /** Nothing more came in time: what looked like a sequence was the Escape key. */
  Optional<Key> timeout() {
    boolean escapeKey = inSequence && sequence.isEmpty();
    endSequence();
    return escapeKey ? Optional.of(Key.Named.ESCAPE) : Optional.empty();
  }

  private Optional<Key> acceptInSequence(char next) {
    if (next == ESC) {
      // Escape twice, or Escape before a sequence: the first was the key.
      boolean escapeKey = sequence.isEmpty();
      sequence.setLength(0);
      return escapeKey ? Optional.of(Key.Named.ESCAPE) : Optional.empty();
    }
    sequence.append(next);
    char first = sequence.charAt(0);
    boolean complete =
        switch (first) {
          case '[' -> isComplete(next);
          case 'O' -> sequence.length() > 1;
          default -> true;
        };
    if (!complete && sequence.length() < SEQUENCE_CHARS_MAX) {
      return Optional.empty();
    }
    String whole = sequence.toString();
    endSequence();
    inPaste = whole.equals(PASTE_BEGINS);
    Matcher click = CLICK.matcher(whole);
    return click.matches()
        ? Optional.of(new Key.Clicked(place(click.group(2)), place(click.group(1))))
        : Optional.ofNullable(SEQUENCES.get(whole));
  }

  private boolean isComplete(char last) {
    int length = sequence.length();
    if (sequence.indexOf(OLD_CLICK) == 0) {
      return length == OLD_CLICK.length() + OLD_CLICK_CHARS;
    }
    // The Linux console's F1 to F5 have a second bracket.
    boolean bracket = last == '[' && length <= 2;
    return !bracket && last >= 0x40 && last <= 0x7e;
  }

  private static int place(String countedFromOne) {
    return Integer.parseInt(countedFromOne) - 1;
  }

  private void endSequence() {
    inSequence = false;
    sequence.setLength(0);
  }

  private Optional<Key> acceptPasted(char next) {
    paste.append(next);
    int text = paste.length() - PASTE_ENDS.length();
    if (text >= 0 && paste.indexOf(PASTE_ENDS, text) == text) {
      paste.setLength(text);
      Key pasted = new Key.Pasted(paste.toString());
      paste.setLength(0);
      inPaste = false;
      return Optional.of(pasted);
    }
    if (paste.length() > PASTE_CHARS_MAX + PASTE_ENDS.length()) {
      paste.deleteCharAt(PASTE_CHARS_MAX);
    }
    return Optional.empty();
  }

  private Optional<Key> plain(char next) {
    if (Character.isHighSurrogate(next)) {
      highSurrogate = next;
      return Optional.empty();
    }
    if (Character.isLowSurrogate(next)) {
      boolean pair = highSurrogate != 0;
      int codePoint = pair ? Character.toCodePoint(highSurrogate, next) : 0;
      highSurrogate = 0;
      return pair ? Optional.of(new Key.Typed(codePoint)) : Optional.empty();
    }
    return switch (next) {
      case '\r', '\n' -> Optional.of(Key.Named.ENTER);
      case '\t' -> Optional.of(Key.Named.TAB);
      case '\b', 0x7f -> Optional.of(Key.Named.BACKSPACE);
      case 0x01 -> Optional.of(Key.Named.HOME);
      case 0x05 -> Optional.of(Key.Named.END);
      case 0x1a -> Optional.of(Key.Named.SUSPEND);
      case 0x15 -> Optional.of(Key.Named.ERASE);
      default -> Character.isISOControl(next) ? Optional.empty() : Optional.of(new Key.Typed(next));
    };
  }
}
