package fwq.trials.wholepark;

import java.util.List;
import java.util.SplittableRandom;

/** The engines' group on the broker: it gives the park to one of those that are well. */
final class EngineGroup {
  /** A member that is silent for so long is taken for dead. */
  static final long SESSION_MILLIS = 1_500;

  private static final long AGAIN_MILLIS = 500;

  private final SimulatedBroker broker;
  private final Timeline timeline;
  private final SplittableRandom random;
  private List<EngineProcess> engines = List.of();
  private EngineProcess owner;

  EngineGroup(SimulatedBroker broker, Timeline timeline, SplittableRandom random) {
    this.broker = broker;
    this.timeline = timeline;
    this.random = random;
  }

  /** These are the members from now on. */
  void join(EngineProcess... members) {
    engines = List.of(members);
    elect();
  }

  EngineProcess owner() {
    return owner;
  }

  List<EngineProcess> engines() {
    return engines;
  }

  /** Gives the park to someone if whoever has it is not well. */
  void elect() {
    if (owner != null && owner.isWell() && owner.owns()) {
      return;
    }
    List<EngineProcess> well = engines.stream().filter(EngineProcess::isWell).toList();
    if (well.isEmpty() || !broker.isThere()) {
      timeline.in(AGAIN_MILLIS, this::elect);
      return;
    }
    owner = well.get(random.nextInt(well.size()));
    owner.assign();
  }

  /** Somebody else is to have it, if there is somebody. */
  void rebalance() {
    if (owner != null && owner.isWell() && owner.owns() && broker.isThere()) {
      EngineProcess before = owner;
      owner = null;
      before.revoke();
      timeline.in(100, this::elect);
    }
  }
}
