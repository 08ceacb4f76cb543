package fwq.visitor.terminal;

/**
 * What a character means to the eye; {@link Palette} says how that looks.
 *
 * @param tone what it tells
 * @param base what it stands on
 */
record Ink(Tone tone, Base base) {
  static final Ink PLAIN = new Ink(Tone.PLAIN, Base.PAGE);
  static final Ink FAINT = new Ink(Tone.FAINT, Base.PAGE);
  static final Ink STRONG = new Ink(Tone.STRONG, Base.PAGE);
  static final Ink ERROR = new Ink(Tone.BAD, Base.PAGE);
  static final Ink TITLE = new Ink(Tone.TITLE, Base.BLOCK);
  static final Ink BOX = new Ink(Tone.PLAIN, Base.BOX);
  static final Ink BOX_STRONG = new Ink(Tone.STRONG, Base.BOX);
  static final Ink ACCENT = new Ink(Tone.TITLE, Base.PAGE);

  /** What it tells. */
  enum Tone {
    PLAIN,
    FAINT,
    STRONG,
    TITLE,
    /** A short wait. */
    GOOD,
    /** A wait to think about. */
    FAIR,
    /** A long wait. */
    POOR,
    /** A very long wait, or an error. */
    BAD,
    /** Unknown, or out of use. */
    NONE,
    /** The guest at this terminal. */
    ME,
    /** Other guests. */
    GUEST,
    /** Where the guest at this terminal goes. */
    WAY
  }

  /** What it stands on. */
  enum Base {
    /** The terminal's own background. */
    PAGE,
    /** The ground of the park. */
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

  /** Tone on the page. */
  static Ink text(Tone tone) {
    return new Ink(tone, Base.PAGE);
  }

  /** Tone on the park's ground. */
  static Ink ground(Tone tone) {
    return new Ink(tone, Base.GROUND);
  }

  /** A block of that tone. */
  static Ink block(Tone tone) {
    return new Ink(tone, Base.BLOCK);
  }
}
