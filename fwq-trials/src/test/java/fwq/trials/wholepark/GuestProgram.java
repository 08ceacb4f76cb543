package fwq.trials.wholepark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.guest.ParkLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One program with guests in it, one feed for all of them, and a clock that may be wrong. */
final class GuestProgram implements ParkLink.Listener {
  private static final long TICK_MILLIS = 250;

  private final WholePark park;
  private final SplittableRandom random;
  private final List<Stay> stays = new ArrayList<>();
  private final Map<String, Stay> byAlias = new HashMap<>();
  private Ears ears;
  private int heardTo;
  private long clockAhead;
  private boolean frozen;
  private long highestEpoch;
  private MapFrame newest;
  private long epochOfThis;

  GuestProgram(WholePark park) {
    this.park = park;
    this.random = park.random.split();
    this.clockAhead = random.nextLong(-20_000, 20_000);
    this.ears = newEars();
    hear();
    tick();
  }

  private Ears newEars() {
    return new Ears(() -> Instant.ofEpochMilli(now()));
  }

  private long now() {
    return park.timeline.now() + clockAhead;
  }

  List<Stay> stays() {
    return stays;
  }

  /** Someone logs in here. */
  void add(Stay stay) {
    stays.add(stay);
    byAlias.put(stay.visit().session().alias(), stay);
    ears.listen(stay.visit().session().alias(), this);
  }

  /** Whether someone of this name has logged in here. */
  boolean has(String alias) {
    return byAlias.containsKey(alias);
  }

  void enter(Stay stay) {
    stay.enter(now());
  }

  void leave(Stay stay) {
    stay.leave(now());
  }

  void freeze(long millis) {
    frozen = true;
    park.timeline.in(millis, this::wake);
  }

  void wake() {
    frozen = false;
  }

  /** Someone sets the clock. */
  void setClock() {
    clockAhead += random.nextLong(-5_000, 5_000);
  }

  private void hear() {
    List<ConsumerRecord<String, byte[]>> said = park.broker.engine();
    while (!frozen && park.broker.isThere() && heardTo < said.size()) {
      ConsumerRecord<String, byte[]> record = said.get(heardTo++);
      epochOfThis = park.audit.epochOf(heardTo - 1);
      if (park.fault == Fault.GUESTS_BELIEVE_A_ZOMBIE) {
        // A feed that remembers no epoch.
        ears = newEars();
        byAlias.keySet().forEach(alias -> ears.listen(alias, this));
      }
      ears.hear(record);
    }
    park.timeline.in(random.nextLong(10, 200), this::hear);
  }

  private void tick() {
    if (!frozen) {
      stays.forEach(stay -> stay.tick(now()));
    }
    park.timeline.in(TICK_MILLIS, this::tick);
  }

  @Override
  public void frame(MapFrame frame) {
    believe();
    if (newest != null && newest.epoch() == frame.epoch()) {
      assertTrue(frame.seq() > newest.seq(), "pictures follow each other");
    }
    newest = frame;
    stays.forEach(stay -> stay.saw(frame, now()));
  }

  @Override
  public void answer(String alias, Answer answer) {
    believe();
    byAlias.get(alias).heard(answer, now());
  }

  private void believe() {
    assertTrue(epochOfThis >= highestEpoch, "no word of an owner from before is believed");
    highestEpoch = epochOfThis;
  }
}
