package fwq.tui;

import java.util.List;

/**
 * What a character means to the eye; {@link Palette} says how that looks.
 *
 * @param tone what it tells
 * @param base what it stands on
 */
public record Ink(Tone tone, Base base) {
  public static final Ink PLAIN = new Ink(Tone.PLAIN, Base.PAGE);
  public static final Ink FAINT = new Ink(Tone.FAINT, Base.PAGE);
  public static final Ink STRONG = new Ink(Tone.STRONG, Base.PAGE);
  public static final Ink ERROR = new Ink(Tone.BAD, Base.PAGE);
  public static final Ink TITLE = new Ink(Tone.TITLE, Base.BLOCK);
  public static final Ink BOX = new Ink(Tone.PLAIN, Base.BOX);
  public static final Ink BOX_STRONG = new Ink(Tone.STRONG, Base.BOX);
  public static final Ink BOX_IN_USE = new Ink(Tone.PLAIN, Base.BOX_IN_USE);
  public static final Ink WARNING = new Ink(Tone.FAIR, Base.BLOCK);
  public static final Ink ACCENT = new Ink(Tone.TITLE, Base.PAGE);

  /** What it tells. */
  public enum Tone {
    PLAIN,
    FAINT,
    STRONG,
    TITLE,
    GOOD,
    FAIR,
    POOR,
    /** Very bad, or an error. */
    BAD,
    /** Unknown, or out of use. */
    NONE,
    /** Who is at this terminal. */
    ME,
    /** Others. */
    OTHERS,
    /** Where who is at this terminal goes. */
    WAY;

    private static final List<Tone> LEVELS = List.of(GOOD, FAIR, POOR, BAD);

    /** From 0, good, to 3, bad; none for -1, which is unknown. */
    public static Tone ofLevel(int level) {
      return level < 0 ? NONE : LEVELS.get(level);
    }

    /** A sign for those who do not see colours: the taller, the worse. */
    public String sign() {
      return switch (this) {
        case GOOD -> "▁";
        case FAIR -> "▃";
        case POOR -> "▅";
        case BAD -> "▇";
        case PLAIN, FAINT, STRONG, TITLE, NONE, ME, OTHERS, WAY -> " ";
      };
    }
  }

  /** What it stands on. */
  public enum Base {
    /** The terminal's own background. */
    PAGE,
    /** The ground of a map. */
    GROUND,
    /** A block filled with the tone. */
    BLOCK,
    /** The box of a field. */
    BOX,
    /** The box of the field with the caret. */
    BOX_IN_USE
  }

  /** The same as equals, and many times as fast: a screen asks it for each of its characters. */
  boolean isLike(Ink other) {
    return tone == other.tone && base == other.base;
  }

  /** Whether a blank looks the same in both: where it has no box, it shows nothing of its tone. */
  boolean isBlankLike(Ink other) {
    return base == other.base && (base == Base.PAGE || base == Base.GROUND);
  }

  public static Ink text(Tone tone) {
    return new Ink(tone, Base.PAGE);
  }

  public static Ink ground(Tone tone) {
    return new Ink(tone, Base.GROUND);
  }

  public static Ink block(Tone tone) {
    return new Ink(tone, Base.BLOCK);
  }
}
