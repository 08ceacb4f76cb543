package fwq.guest;

import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.guest.ParkLink.Listener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who listens to one park, and whether it moves. For any thread. */
final class Hearing {
  private final Map<String, Listener> byAlias = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Standstill standstill = new Standstill();

  /** The listener hears this alias's answers, and frames once, whatever it listens for besides. */
  void listen(String alias, Listener listener) {
    byAlias.put(alias, listener);
    synchronized (listeners) {
      if (!listeners.contains(listener)) {
        listeners.add(listener);
      }
    }
  }

  void forget(String alias) {
    Listener listener = byAlias.remove(alias);
    synchronized (listeners) {
      if (listener != null && !byAlias.containsValue(listener)) {
        listeners.remove(listener);
      }
    }
  }

  /** Who wants the answers to this alias. */
  Optional<Listener> owner(String alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  void frame(MapFrame frame, long now) {
    standstill.shown(frame.offset(), now);
    listeners.forEach(listener -> listener.frame(frame));
  }

  void words(List<SaidWord> words) {
    listeners.forEach(listener -> listener.words(words));
  }

  Standstill standstill() {
    return standstill;
  }
}
