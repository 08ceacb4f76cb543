package fwq.trials.wholepark;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The way from the guests to the broker: a record arrives late, twice, or never. */
final class Network {
  private final SimulatedBroker broker;
  private final Timeline timeline;
  private final SplittableRandom random;
  private final Map<Object, Long> lastArrival = new HashMap<>();
  private boolean calm;

  Network(SimulatedBroker broker, Timeline timeline, SplittableRandom random) {
    this.broker = broker;
    this.timeline = timeline;
    this.random = random;
  }

  /** From now on everything arrives once and soon, and in order as far as one sender goes. */
  void heal() {
    calm = true;
  }

  /** Takes a record on its way. */
  void send(Object sender, String key, byte[] value, RecordHeaders headers) {
    int luck = calm ? 19 : random.nextInt(20);
    if (luck == 0) {
      return;
    }
    if (luck <= 2) {
      timeline.in(random.nextLong(3_000), () -> arrive(key, value, headers));
    }
    if (luck != 1) {
      long now = timeline.now();
      long arrival = Math.max(now + random.nextLong(2, 60), lastArrival.getOrDefault(sender, 0L));
      lastArrival.put(sender, arrival);
      timeline.in(arrival - now, () -> arrive(key, value, headers));
    }
  }

  private void arrive(String key, byte[] value, RecordHeaders headers) {
    if (broker.isThere()) {
      broker.appendVisitor(key, value, headers);
    } else if (random.nextBoolean()) {
      // A producer tries again for a while.
      timeline.in(300, () -> arrive(key, value, headers));
    }
  }
}
