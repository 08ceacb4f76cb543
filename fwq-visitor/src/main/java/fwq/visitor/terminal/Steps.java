package fwq.visitor.terminal;

import fwq.common.park.Direction;
import java.util.Optional;

/** Which way a key leads: arrows, and the letters of vi and its games. */
final class Steps {
  private Steps() {}

  /** The direction of a key, if it has one. */
  static Optional<Direction> of(Key key) {
    return switch (key) {
      case Key.Typed(int character) -> of(character);
      case Key.Named.UP -> Optional.of(Direction.NORTH);
      case Key.Named.DOWN -> Optional.of(Direction.SOUTH);
      case Key.Named.LEFT -> Optional.of(Direction.WEST);
      case Key.Named.RIGHT -> Optional.of(Direction.EAST);
      case Key.Named _, Key.Pasted _, Key.Pointed _ -> Optional.empty();
    };
  }

  private static Optional<Direction> of(int character) {
    return switch (character) {
      case 'h' -> Optional.of(Direction.WEST);
      case 'j' -> Optional.of(Direction.SOUTH);
      case 'k' -> Optional.of(Direction.NORTH);
      case 'l' -> Optional.of(Direction.EAST);
      case 'y' -> Optional.of(Direction.NORTH_WEST);
      case 'u' -> Optional.of(Direction.NORTH_EAST);
      case 'b' -> Optional.of(Direction.SOUTH_WEST);
      case 'n' -> Optional.of(Direction.SOUTH_EAST);
      default -> Optional.empty();
    };
  }
}
