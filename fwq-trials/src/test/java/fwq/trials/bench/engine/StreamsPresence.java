package fwq.trials.bench.engine;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a topology needs to know at once and its store cannot tell without being read from end to
 * end: who was heard when, how many stand where, and, while few are inside, their names.
 */
final class StreamsPresence {
  private final LinkedHashMap<String, Long> heard = new LinkedHashMap<>();
  private final LinkedHashMap<String, StreamsGuest> inside = new LinkedHashMap<>();
  private final int[] heads = new int[Position.CELLS];
  private long version;

  /** Hears a guest, who may be new or have moved. */
  void put(StreamsGuest guest, long time) {
    String alias = guest.session().alias();
    heard.putLast(alias, time);
    StreamsGuest before = inside.put(alias, guest);
    if (before != null && before.position().equals(guest.position())) {
      return;
    }
    if (before != null) {
      heads[before.position().cell()]--;
    }
    heads[guest.position().cell()]++;
    version++;
  }

  void remove(String alias) {
    heard.remove(alias);
    heads[inside.remove(alias).position().cell()]--;
    version++;
  }

  void hearAll(long time) {
    heard.replaceAll((_, _) -> time);
  }

  /** Who was heard longest ago, and when; null when nobody is inside. */
  Map.Entry<String, Long> quietest() {
    return heard.firstEntry();
  }

  int size() {
    return inside.size();
  }

  /** Rises whenever the picture changes. */
  long version() {
    return version;
  }

  /** The picture of a park without rides. */
  ParkMap map(int capacity) {
    List<ParkMap.Headcount> cells = new ArrayList<>();
    for (int cell = 0; cell < heads.length; cell++) {
      if (heads[cell] > 0) {
        cells.add(new ParkMap.Headcount(Position.ofCell(cell), heads[cell]));
      }
    }
    List<ParkMap.Whereabouts> named = new ArrayList<>();
    if (inside.size() <= ParkMap.NAMES_MAX) {
      for (StreamsGuest guest : inside.values()) {
        if (!guest.session().shownAs().isEmpty()) {
          named.add(new ParkMap.Whereabouts(guest.session().shownAs(), guest.position()));
        }
      }
      named.sort(
          Comparator.comparing(ParkMap.Whereabouts::name)
              .thenComparing(shown -> shown.position().cell()));
    }
    return new ParkMap(inside.size(), capacity, List.of(), cells, named);
  }
}
