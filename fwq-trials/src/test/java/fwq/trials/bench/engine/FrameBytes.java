package fwq.trials.bench.engine;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.park.Park;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How large a frame is, whatever the crowd: guests all over the map, all rides open. With 200
 * inside it is the largest: the last crowd whose names are told.
 */
public final class FrameBytes implements Probe {
  private static final int BYTES_MAX = 8_192;
  private static final long NOW = 1_800_000_000_000L;
  private static final List<Integer> CROWDS = List.of(10, 100, 200, 1_000, 10_000, 100_000);

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public int looks(boolean quick) {
    return 1;
  }

  @Override
  public List<Value> look(Workbench bench) {
    return CROWDS.stream()
        .map(
            guests ->
                new Value(
                    "%,d guests".formatted(guests),
                    "bytes",
                    frame(guests).length,
                    new Goal.AtMost(BYTES_MAX)))
        .toList();
  }

  private static byte[] frame(int guests) {
    List<GuestEntry> inside = new ArrayList<>();
    for (int guest = 0; guest < guests; guest++) {
      Session session = new Session("guest" + guest, NOW, NOW + 86_400_000);
      // 7 and 400 have no common divisor, so every cell has its share.
      Position there = Position.ofCell(guest * 7 % Position.CELLS);
      inside.add(new GuestEntry(session, NOW, NOW, Optional.of(there)));
    }
    Park park = new Park(guests);
    park.restore(inside, NOW);
    List<RideStatus> rides =
        IntStream.range(0, RideTable.DEFAULT.size()).mapToObj(FrameBytes::open).toList();
    return EngineCodec.write(new MapFrame(0, NOW, 1_000_000, 100_000_000, NOW, park.map(rides)));
  }

  private static RideStatus open(int index) {
    Ride ride = RideTable.DEFAULT.get(index);
    return RideStatus.open(ride, 100 + index, 55 + index, NOW);
  }
}
