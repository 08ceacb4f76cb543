package fwq.operator.watch;

import fwq.common.talk.visit.FrameJson;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.util.OptionalInt;

/** Prints frames one a line, for scripts. */
final class FrameLines {
  private final EngineTopic topic;
  private final OptionalInt park;
  private final PrintWriter out;

  /**
   * Lines of that topic.
   *
   * @param park the park whose frames are wanted, or nothing for all
   */
  FrameLines(EngineTopic topic, OptionalInt park, PrintWriter out) {
    this.topic = topic;
    this.park = park;
    this.out = out;
  }

  /** Prints until stop is requested, or nobody reads any more. */
  void run(Stop stop) throws InterruptedException {
    stop.onRequest(topic::interrupt);
    while (!stop.requested()) {
      for (Sighting sighting : topic.poll()) {
        if (park.isEmpty() || park.getAsInt() == sighting.frame().park()) {
          out.println(FrameJson.line(sighting.frame()));
        }
      }
      if (out.checkError()) {
        return;
      }
    }
  }
}
