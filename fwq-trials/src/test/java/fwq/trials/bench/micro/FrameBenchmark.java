package fwq.trials.bench.micro;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.BadMessageException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One frame of a full park: somebody in each cell, all rides open. */
@State(Scope.Thread)
public class FrameBenchmark {
  private final MapFrame frame = FullPark.frame();
  private final byte[] bytes = EngineCodec.write(frame);

  /** Writes a frame, as the engine does. */
  @Benchmark
  public byte[] writeFrame() {
    return EngineCodec.write(frame);
  }

  /** Reads a frame, as every guest does. */
  @Benchmark
  public EngineMessage readFrame() throws BadMessageException {
    return EngineCodec.read(bytes);
  }
}
