package fwq.common.talk.guild;

import fwq.common.park.Position;
import java.util.Objects;

/**
 * Anybody's word that a cart stands there, which may be no member's.
 *
 * @param position where
 */
public record Report(Position position) {
  public Report {
    Objects.requireNonNull(position, "position");
  }
}
