package fwq.common.talk.sensor;

import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.util.List;

/** The bytes of this conversation. */
final class ReadingVectorsTest extends VectorsContract {
  @Override
  protected List<Vector> vectors() {
    return all();
  }

  private static List<Vector> all() {
    return List.of(
        reading("reading", new Reading(0, 0, 105)),
        reading("reading-max", new Reading(0, 9_999, 100_000)),
        reading("reading-park", new Reading(3, 0, 105)),
        reading("reading-park-max", new Reading(999, 9_999, 100_000)));
  }

  private static Vector reading(String name, Reading message) {
    return Vector.of(ReadingCodec.class, name, message, ReadingCodec::write, ReadingCodec::read);
  }
}
