package fwq.visitor.terminal;

import org.jline.utils.AttributedStyle;

/** How each {@link Ink} looks: in colour, or in bold and inverse where colour is not wanted. */
enum Palette {
  /** xterm's 256 colours, which JLine rounds to what the terminal has. */
  COLOUR {
    @Override
    AttributedStyle of(Ink ink) {
      AttributedStyle tone = weight(ink.tone());
      return switch (ink.base()) {
        case PAGE -> hasColour(ink.tone()) ? tone.foreground(colour(ink.tone())) : tone;
        case GROUND -> AttributedStyle.DEFAULT.foreground(groundColour(ink.tone())).background(234);
        case BLOCK -> tone.bold().foreground(onBlock(ink.tone())).background(colour(ink.tone()));
        case BOX -> tone.foreground(252).background(236);
        case BOX_IN_USE -> tone.foreground(231).background(24);
      };
    }
  },

  /** See no-color.org. */
  MONO {
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
  };

  /** The style of an ink. */
  abstract AttributedStyle of(Ink ink);

  private static AttributedStyle weight(Ink.Tone tone) {
    return switch (tone) {
      case FAINT -> AttributedStyle.DEFAULT.faint();
      case STRONG, TITLE, ME, WAY -> AttributedStyle.BOLD;
      case PLAIN, GOOD, FAIR, POOR, BAD, NONE, GUEST -> AttributedStyle.DEFAULT;
    };
  }

  private static boolean hasColour(Ink.Tone tone) {
    return switch (tone) {
      case PLAIN, FAINT, STRONG -> false;
      case TITLE, GOOD, FAIR, POOR, BAD, NONE, ME, GUEST, WAY -> true;
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
      case PLAIN, STRONG, GUEST -> 252;
    };
  }

  private static int groundColour(Ink.Tone tone) {
    return tone == Ink.Tone.FAINT ? 239 : colour(tone);
  }

  private static int onBlock(Ink.Tone tone) {
    return switch (tone) {
      case ME, TITLE -> 231;
      case PLAIN, FAINT, STRONG, GOOD, FAIR, POOR, BAD, NONE, GUEST, WAY -> 16;
    };
  }
}
