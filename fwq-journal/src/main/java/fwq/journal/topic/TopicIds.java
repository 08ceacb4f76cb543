package fwq.journal.topic;

import fwq.common.talk.journal.JournalTopics;
import fwq.kit.kafka.Topic;
import fwq.kit.program.Failure;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Kafka's ids of the journal's topics: one that was deleted and made anew has another.
 *
 * @param journal of {@code Journal}
 * @param stored of {@code Stored}
 */
public record TopicIds(String journal, String stored) {

  /**
   * Asks the broker.
   *
   * @throws org.apache.kafka.common.KafkaException when it does not answer, or a topic is not there
   *     just now
   * @throws Failure when a topic has another number of partitions than it must have
   */
  public static TopicIds ask(Admin admin) throws Failure, InterruptedException {
    Map<String, TopicDescription> found =
        Answers.of(
            admin
                .describeTopics(List.of(JournalTopics.JOURNAL.name(), JournalTopics.STORED.name()))
                .allTopicNames());
    return new TopicIds(id(found, JournalTopics.JOURNAL), id(found, JournalTopics.STORED));
  }

  private static String id(Map<String, TopicDescription> found, Topic topic) throws Failure {
    TopicDescription its = found.get(topic.name());
    int must = topic.partitions(1);
    if (its.partitions().size() != must) {
      throw new Failure(
          "the topic "
              + topic.name()
              + " has "
              + its.partitions().size()
              + " partitions and must have "
              + must
              + ", since a key belongs to one of these for good: delete the topic, and it is made"
              + " anew as it must be");
    }
    return its.topicId().toString();
  }
}
