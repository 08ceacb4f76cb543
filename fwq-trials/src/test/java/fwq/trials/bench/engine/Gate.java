package fwq.trials.bench.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Keeps events from an engine that is otherwise awake. */
final class Gate {
  /** Whoever waits before it is through this soon when it opens. */
  private static final Duration LOOK = Duration.ofMillis(1);

  private volatile boolean shut;

  void shut() {
    shut = true;
  }

  void open() {
    shut = false;
  }

  /** The consumer, as it is while the gate is open. */
  @SuppressWarnings("unchecked") // The proxy is what it stands for.
  Consumer<String, byte[]> before(Consumer<String, byte[]> events) {
    return (Consumer<String, byte[]>)
        Proxy.newProxyInstance(
            Gate.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            (_, method, arguments) -> {
              if (shut && method.getName().equals("poll")) {
                return nothing(events);
              }
              try {
                return method.invoke(events, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static ConsumerRecords<String, byte[]> nothing(Consumer<String, byte[]> events) {
    events.pause(events.assignment());
    ConsumerRecords<String, byte[]> none = events.poll(LOOK);
    if (!none.isEmpty()) {
      throw new IllegalStateException("records came through a shut gate");
    }
    events.resume(events.assignment());
    return none;
  }
}
