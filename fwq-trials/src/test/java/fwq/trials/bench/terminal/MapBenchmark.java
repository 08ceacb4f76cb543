package fwq.trials.bench.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.trials.bench.micro.FullPark;
import fwq.tui.Canvas;
import fwq.tui.CellMap;
import fwq.visitor.terminal.MapView;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The map of a full park on a terminal of 80 columns. */
@State(Scope.Thread)
public class MapBenchmark {
  private final ParkMap map = FullPark.map();
  private final Canvas canvas = new Canvas(Position.SIDE, 2 * Position.SIDE);
  private final CellMap cells = new CellMap(canvas, 0, 0, new CellMap.Cells(Position.SIDE, 1, 2));

  /** Draws it. */
  @Benchmark
  public Object drawMap() {
    MapView.draw(cells, map, Optional.of(Position.GATE), List.of());
    return canvas;
  }
}
