package fwq.waitingtime.truth;

/**
 * The two tapes of a saved state: a text that begins with a mark, a version and whose state it is.
 * Each number is the 64 bits of it as a whole number to base 36, so that it comes back as it was; a
 * text is its length and its characters; each ends with a space.
 */
final class SavedState {
  private static final String MARK = "fwq-waits";
  private static final long VERSION = 1;
  private static final int RADIX = 36;
  private static final int TEXT_CHARS_MAX = 1_000;

  private SavedState() {}

  /** Saves. */
  static final class Writer implements Tape {
    private final StringBuilder state = new StringBuilder(1 << 16);

    Writer(String whose) {
      text(MARK);
      whole(VERSION);
      text(whose);
    }

    @Override
    public double number(double current) {
      whole(Double.doubleToLongBits(current));
      return current;
    }

    @Override
    public long whole(long current) {
      state.append(Long.toString(current, RADIX)).append(' ');
      return current;
    }

    @Override
    public String text(String current) {
      whole(current.length());
      state.append(current).append(' ');
      return current;
    }

    String state() {
      return state.toString();
    }
  }

  /** Loads. */
  static final class Reader implements Tape {
    private final String state;
    private int place;

    Reader(String whose, String saved) {
      state = saved;
      if (!saved.startsWith(MARK.length() + " " + MARK + " ")) {
        throw new IllegalArgumentException("this is no saved state of waits");
      }
      text("");
      long version = whole(0);
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "a saved state of version %d; this program knows version %d"
                .formatted(version, VERSION));
      }
      String its = text("");
      if (!its.equals(whose)) {
        throw new IllegalArgumentException(
            "a saved state of '%s', where one of '%s' was expected".formatted(its, whose));
      }
    }

    @Override
    public double number(double current) {
      return Double.longBitsToDouble(whole(0));
    }

    @Override
    public long whole(long current) {
      int end = state.indexOf(' ', place);
      if (end < 0) {
        throw cutOff();
      }
      long whole = Long.parseLong(state, place, end, RADIX);
      place = end + 1;
      return whole;
    }

    @Override
    public String text(String current) {
      int length = count(0, TEXT_CHARS_MAX);
      if (place + length >= state.length()) {
        throw cutOff();
      }
      String text = state.substring(place, place + length);
      place += length + 1;
      return text;
    }

    void end() {
      if (place != state.length()) {
        throw new IllegalArgumentException("a saved state with more behind its end");
      }
    }

    private static IllegalArgumentException cutOff() {
      return new IllegalArgumentException("a saved state that is cut off");
    }
  }
}
