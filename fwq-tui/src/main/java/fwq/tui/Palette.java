package fwq.tui;

import org.jline.utils.AttributedStyle;

/** How each {@link Ink} looks: in as many colours as the terminal has, or without. */
public enum Palette {
  /** Bold, underlined and inverse alone; see no-color.org. */
  MONO(2) {
    @Override
    AttributedStyle of(Ink ink) {
      AttributedStyle tone = weight(ink.tone());
      return switch (ink.base()) {
        case PAGE, GROUND -> tone;
        case BLOCK -> AttributedStyle.INVERSE;
        case BOX -> tone.underline();
        case BOX_IN_USE -> tone.bold().underline();
      };
    }
  },

  /** The colours that every terminal has had since the eighties: bright ones for letters only. */
  SIXTEEN(16) {
    @Override
    AttributedStyle of(Ink ink) {
      AttributedStyle tone = weight(ink.tone());
      return switch (ink.base()) {
        case PAGE, GROUND -> hasColour(ink.tone()) ? tone.foreground(basic(ink.tone())) : tone;
        case BLOCK ->
            AttributedStyle.DEFAULT.foreground(onBasic(ink.tone())).background(basic(ink.tone()));
        // Bold black would be grey on many of them, and not to be read.
        case BOX ->
            AttributedStyle.DEFAULT
                .foreground(ink.tone() == Ink.Tone.STRONG ? BLUE : BLACK)
                .background(WHITE);
        case BOX_IN_USE -> tone.foreground(BRIGHT_WHITE).background(BLUE);
      };
    }
  },

  /** xterm's 256 colours. */
  MANY(256) {
    @Override
    AttributedStyle of(Ink ink) {
      AttributedStyle weight = blockWeight(ink);
      AttributedStyle letter = hasLetter(ink) ? weight.foreground(letter(ink)) : weight;
      return ink.base() == Ink.Base.PAGE ? letter : letter.background(ground(ink));
    }
  },

  /** The same in red, green and blue, whatever the user has made of the 256. */
  TRUE(1 << 24) {
    @Override
    AttributedStyle of(Ink ink) {
      AttributedStyle weight = blockWeight(ink);
      AttributedStyle letter = hasLetter(ink) ? weight.foregroundRgb(rgb(letter(ink))) : weight;
      return ink.base() == Ink.Base.PAGE ? letter : letter.backgroundRgb(rgb(ground(ink)));
    }
  };

  private static final int BLACK = 0;
  private static final int RED = 1;
  private static final int GREEN = 2;
  private static final int YELLOW = 3;
  private static final int BLUE = 4;
  private static final int MAGENTA = 5;
  private static final int CYAN = 6;
  private static final int WHITE = 7;
  private static final int BRIGHT_WHITE = 15;

  private final int colours;

  Palette(int colours) {
    this.colours = colours;
  }

  int colours() {
    return colours;
  }

  abstract AttributedStyle of(Ink ink);

  private static AttributedStyle weight(Ink.Tone tone) {
    return switch (tone) {
      case FAINT -> AttributedStyle.DEFAULT.faint();
      case STRONG, TITLE, ME, WAY -> AttributedStyle.BOLD;
      case PLAIN, GOOD, FAIR, POOR, BAD, NONE, OTHERS -> AttributedStyle.DEFAULT;
    };
  }

  private static boolean hasColour(Ink.Tone tone) {
    return switch (tone) {
      case PLAIN, FAINT, STRONG -> false;
      case TITLE, GOOD, FAIR, POOR, BAD, NONE, ME, OTHERS, WAY -> true;
    };
  }

  private static int basic(Ink.Tone tone) {
    return switch (tone) {
      case GOOD -> GREEN;
      case FAIR -> YELLOW;
      case POOR -> MAGENTA;
      case BAD -> RED;
      case ME -> BLUE;
      case TITLE, WAY -> CYAN;
      case NONE, FAINT, PLAIN, STRONG, OTHERS -> WHITE;
    };
  }

  private static int onBasic(Ink.Tone tone) {
    return switch (tone) {
      case ME, BAD, POOR -> BRIGHT_WHITE;
      case TITLE, PLAIN, FAINT, STRONG, GOOD, FAIR, NONE, OTHERS, WAY -> BLACK;
    };
  }

  private static AttributedStyle blockWeight(Ink ink) {
    return switch (ink.base()) {
      case PAGE, BOX, BOX_IN_USE -> weight(ink.tone());
      case GROUND -> AttributedStyle.DEFAULT;
      case BLOCK -> weight(ink.tone()).bold();
    };
  }

  private static boolean hasLetter(Ink ink) {
    return ink.base() != Ink.Base.PAGE || hasColour(ink.tone());
  }

  private static int letter(Ink ink) {
    return switch (ink.base()) {
      case PAGE -> colour(ink.tone());
      case GROUND -> ink.tone() == Ink.Tone.FAINT ? 239 : colour(ink.tone());
      case BLOCK -> ink.tone() == Ink.Tone.ME || ink.tone() == Ink.Tone.TITLE ? 231 : 16;
      case BOX -> 252;
      case BOX_IN_USE -> 231;
    };
  }

  private static int ground(Ink ink) {
    return switch (ink.base()) {
      case PAGE, BLOCK -> colour(ink.tone());
      case GROUND -> 234;
      case BOX -> 236;
      case BOX_IN_USE -> 24;
    };
  }

  private static int colour(Ink.Tone tone) {
    return switch (tone) {
      case GOOD -> 77;
      case FAIR -> 220;
      case POOR -> 208;
      case BAD -> 203;
      case NONE, FAINT -> 245;
      case ME -> 27;
      case TITLE -> 31;
      case WAY -> 117;
      case PLAIN, STRONG, OTHERS -> 252;
    };
  }

  /** One of xterm's colours from 16 up: a cube of six steps a side, then greys. */
  private static int rgb(int colour) {
    if (colour >= 232) {
      int grey = 8 + 10 * (colour - 232);
      return grey << 16 | grey << 8 | grey;
    }
    int cell = colour - 16;
    return step(cell / 36) << 16 | step(cell / 6 % 6) << 8 | step(cell % 6);
  }

  private static int step(int index) {
    return index == 0 ? 0 : 55 + 40 * index;
  }
}
