package fwq.guild.books;

import fwq.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Which making of a topic this is: another one's offsets mean other records. */
final class TopicIds {
  private static final Duration QUESTION = Duration.ofSeconds(2);

  private TopicIds() {}

  /**
   * Asks the broker.
   *
   * @throws KafkaException when it does not answer
   */
  static Map<String, String> of(KafkaClients kafka, Collection<String> topics) {
    try (Admin admin = kafka.admin(QUESTION)) {
      Map<String, String> ids = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach((name, description) -> ids.put(name, description.topicId().toString()));
      return ids;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof KafkaException it ? it : new KafkaException(e.getCause());
    }
  }
}
