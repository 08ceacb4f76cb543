package fwq.engine.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.Operate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What must always hold of a park and what its operators say. */
final class Orders {
  private final Set<Operate> heard = new HashSet<>();

  /** The park has just heard this. */
  void heard(Operate said, List<SaidWord> before, Park park) {
    List<SaidWord> words = park.office().words();
    boolean isNewest =
        !words.equals(before)
            && words.getLast().by().equals(said.alias())
            && words.getLast().at() == said.at()
            && words.getLast().word().equals(said.word());
    if (heard.add(said) && said.session().isEmpty() && isFirstOf(said)) {
      assertTrue(isNewest, "the console is always heard: " + said);
    }
    ParkMap map = park.map(List.of());
    if (isNewest && words.getLast().outcome() == SaidWord.Outcome.DONE) {
      switch (said.word()) {
        case OperatorWord.Gate it -> assertEquals(it.open(), map.sign().open(), "as was said");
        case OperatorWord.Clear _ -> assertEquals(0, map.inside(), "nobody stays");
        case OperatorWord.Capacity(OptionalInt guests) when guests.isPresent() ->
            assertEquals(guests.getAsInt(), map.capacity());
        default -> {}
      }
    }
  }

  private boolean isFirstOf(Operate said) {
    return heard.stream()
        .filter(it -> it.session().isEmpty() && !it.equals(said))
        .allMatch(it -> it.at() < said.at());
  }

  /** Holds after every event. */
  void check(Park park, int capacity, Set<String> before, Set<String> after) {
    ParkMap map = park.map(List.of());
    Set<String> newcomers = new HashSet<>(after);
    newcomers.removeAll(before);
    if (!newcomers.isEmpty()) {
      assertTrue(map.sign().open(), "nobody comes into a closed park");
      assertTrue(map.inside() <= map.capacity(), "nobody comes into a full one");
    }
    assertFalse(map.capacity() > capacity, "no operator here says more");
  }
}
