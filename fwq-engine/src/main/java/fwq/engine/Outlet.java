package fwq.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where what an engine says goes, in its order. */
public interface Outlet {
  /**
   * Sends it.
   *
   * @param sent is told when it has arrived, or is lost
   * @return done by then
   * @throws org.apache.kafka.common.errors.TimeoutException when it cannot even wait any more
   */
  Future<?> send(ProducerRecord<String, byte[]> record, Callback sent);

  /** Somebody waits for what was sent: it is not to be kept back for more. */
  default void hurry() {}

  /** Gives what waits so long to arrive. */
  void close(Duration within);

  /** As it is, unsigned. */
  static Outlet of(Producer<String, byte[]> producer) {
    return new Outlet() {
      @Override
      public Future<?> send(ProducerRecord<String, byte[]> record, Callback sent) {
        return producer.send(record, sent);
      }

      @Override
      public void close(Duration within) {
        producer.close(within);
      }
    };
  }
}
