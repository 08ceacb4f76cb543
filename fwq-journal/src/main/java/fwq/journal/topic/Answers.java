package fwq.journal.topic;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** Answers of a broker that is asked what is not about records. */
final class Answers {
  private static final long ANSWER_SECONDS_MAX = 3;

  private Answers() {}

  /**
   * Waits for it.
   *
   * @throws KafkaException when there is none
   */
  static <T> T of(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafkas
          ? kafkas
          : new KafkaException(e.getCause().getMessage(), e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("the broker does not answer", e);
    }
  }
}
