package fwq.waitingtime.audit;

import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.Writer;

/** A progress that nobody looks at. */
final class Silent {
  static final Progress PROGRESS =
      new Progress(new PrintWriter(Writer.nullWriter()), () -> 0, new Stop());

  private Silent() {}
}
