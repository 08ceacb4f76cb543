package fwq.visitor.terminal;

import java.util.Optional;

/**
 * What the guest is to see.
 *
 * @param canvas the whole screen
 * @param caret where the terminal's cursor blinks, if it is to be seen
 */
record Picture(Canvas canvas, Optional<Caret> caret) {
  /** A place on the screen, counted from 0. */
  record Caret(int row, int column) {}

  /** A picture without cursor. */
  static Picture of(Canvas canvas) {
    return new Picture(canvas, Optional.empty());
  }
}
