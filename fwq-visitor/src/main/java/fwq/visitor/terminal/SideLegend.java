package fwq.visitor.terminal;

/** Draws what the signs on the map mean. */
final class SideLegend {
  static final int ROWS = 4;

  private SideLegend() {}

  static void draw(Canvas canvas, int top, int left, int width) {
    int end = left + width;
    int at = canvas.put(top, left, "@", Ink.block(Ink.Tone.ME));
    at = canvas.put(top, at, end, " you   ", Ink.PLAIN);
    at = canvas.put(top, at, end, "an", Ink.ground(Ink.Tone.GUEST));
    at = canvas.put(top, at, end, " a guest   ", Ink.PLAIN);
    at = canvas.put(top, at, end, "3", Ink.ground(Ink.Tone.GUEST));
    canvas.put(top, at, end, " guests", Ink.PLAIN);
    at = canvas.put(top + 1, left, "A", Ink.block(Ink.Tone.GOOD));
    at = canvas.put(top + 1, at, end, " a ride   ", Ink.PLAIN);
    at = canvas.put(top + 1, at, end, "A²", Ink.block(Ink.Tone.GOOD));
    canvas.put(top + 1, at, end, " with guests on it", Ink.PLAIN);
    at = canvas.put(top + 2, left, "under 20", Ink.text(Ink.Tone.GOOD));
    at = canvas.put(top + 2, at, end, "  under 45", Ink.text(Ink.Tone.FAIR));
    at = canvas.put(top + 2, at, end, "  under 60", Ink.text(Ink.Tone.POOR));
    canvas.put(top + 2, at, end, "  60+ min", Ink.text(Ink.Tone.BAD));
    canvas.put(top + 3, left, end, "? no data   ! down   x closed", Ink.text(Ink.Tone.NONE));
  }
}
