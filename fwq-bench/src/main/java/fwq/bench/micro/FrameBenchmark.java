package fwq.bench.micro;

import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One frame of a full park: somebody in each cell, all rides open. */
@State(Scope.Thread)
public class FrameBenchmark {
  private final MapFrame frame = FullPark.frame();
  private final byte[] bytes = Json.write(frame);

  /** Writes a frame, as the engine does. */
  @Benchmark
  public byte[] writeFrame() {
    return Json.write(frame);
  }

  /** Reads a frame, as every guest does. */
  @Benchmark
  public EngineMessage readFrame() throws BadMessageException {
    return Json.readEngineMessage(bytes);
  }
}
