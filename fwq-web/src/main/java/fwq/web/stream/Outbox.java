package fwq.web.stream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What waits for one browser: at most one block a slot, however slowly it reads. */
final class Outbox {
  private final Map<Slot, Block> waiting = new EnumMap<>(Slot.class);
  private boolean ended;

  /** A block, and whether it is the stream's last. */
  record Next(Block block, boolean last) {}

  /** Puts the newest block of its slot in place of an older one that was not sent yet. */
  synchronized void put(Slot slot, Block block) {
    if (!ended) {
      waiting.put(slot, block);
    }
  }

  /** The block to send now. After the last one there is nothing for ever. */
  synchronized Optional<Next> take() {
    var slots = waiting.entrySet().iterator();
    if (!slots.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<Slot, Block> first = slots.next();
    Next next = new Next(first.getValue(), first.getKey() == Slot.END);
    slots.remove();
    ended = next.last();
    return Optional.of(next);
  }
}
