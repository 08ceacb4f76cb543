package fwq.visitor.terminal;

/** Draws what the signs on the map mean. */
final class SideLegend {
  static final int ROWS = 4;

  private SideLegend() {}

  static void draw(Texts texts, Canvas canvas, int top, int left, int width) {
    int end = left + width;
    int at = canvas.put(top, left, end, "@", Ink.block(Ink.Tone.ME));
    at = canvas.put(top, at, end, " " + texts.of("legend.you") + "  ", Ink.PLAIN);
    at = canvas.put(top, at, end, "an", Ink.ground(Ink.Tone.GUEST));
    at = canvas.put(top, at, end, " " + texts.of("legend.guest") + "  ", Ink.PLAIN);
    at = canvas.put(top, at, end, "3", Ink.ground(Ink.Tone.GUEST));
    at = canvas.put(top, at, end, " " + texts.of("legend.guests") + "  ", Ink.PLAIN);
    at = canvas.put(top, at, end, "•", Ink.ground(Ink.Tone.WAY));
    canvas.put(top, at, end, " " + texts.of("legend.way"), Ink.PLAIN);
    at = canvas.put(top + 1, left, end, "A ", Ink.block(Ink.Tone.NONE));
    at = canvas.put(top + 1, at, end, " " + texts.of("legend.ride") + "  ", Ink.PLAIN);
    at = canvas.put(top + 1, at, end, "A²", Ink.block(Ink.Tone.NONE));
    canvas.put(top + 1, at, end, " " + texts.of("legend.crowded"), Ink.PLAIN);
    at = wait(canvas, top + 2, left, end, Ink.Tone.GOOD, "▁", "<" + RideLabels.FAIR_MINUTES);
    at = wait(canvas, top + 2, at, end, Ink.Tone.FAIR, "▃", "<" + RideLabels.POOR_MINUTES);
    at = wait(canvas, top + 2, at, end, Ink.Tone.POOR, "▅", "<" + RideLabels.BAD_MINUTES);
    wait(canvas, top + 2, at, end, Ink.Tone.BAD, "▇", RideLabels.BAD_MINUTES + "+ min");
    canvas.put(top + 3, left, end, texts.of("legend.states"), Ink.text(Ink.Tone.NONE));
  }

  private static int wait(
      Canvas canvas, int row, int left, int end, Ink.Tone tone, String shape, String minutes) {
    int at = canvas.put(row, left, end, " " + shape, Ink.block(tone));
    return canvas.put(row, at, end, " " + minutes + "  ", Ink.text(tone));
  }
}
