package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TopicSetupTest {
  private static final Topic MOVES = Topic.ofParks("Moves", 1, 1_000, Map.of());
  private static final Topic CARTS = Topic.ofParks("Carts", 2, 1_000, Map.of());
  private static final Topic JOURNAL = Topic.shared("Journal", 60, 1_000, Map.of());

  @Test
  void largestTopicSaysHowManyParksTheOthersAreToBeFor() {
    Map<Topic, Integer> sizes = Map.of(MOVES, 2, CARTS, 2, JOURNAL, 60);
    assertEquals(2, TopicSetup.mostParks(sizes));
    assertEquals(Map.of(CARTS, 2), TopicSetup.lacking(2, sizes), "4 are needed");
    assertEquals(0, TopicSetup.mostParks(Map.of(JOURNAL, 60)));
  }

  @Test
  void whatIsSetOtherwiseThanItShouldBeIsNamedAndOnlyThat() {
    Topic topic =
        Topic.ofParks(
            "SD", 1, 1_000, Map.of("retention.ms", "5", "message.timestamp.type", "LogAppendTime"));
    assertEquals(
        Optional.of(
            "of the topic SD message.timestamp.type is CreateTime and should be LogAppendTime"),
        TopicSettings.difference(
            topic,
            Map.of("message.timestamp.type", "CreateTime", "retention.ms", "5", "other", "x")));
    assertEquals(Optional.empty(), TopicSettings.difference(topic, topic.settings()));
    assertEquals(Optional.empty(), TopicSettings.difference(topic, Map.of()), "nobody may tell");
  }

  @Test
  void topicThatIsTooSmallAndMayNotGrowIsToldInASentence() {
    assertEquals(
        "the topic Park has 1 partition, but 4 parks need one each, and the broker does not let us"
            + " add any: have its operator raise the topic to 4 partitions, or allow us to alter"
            + " it",
        TopicSetup.mayNotRaise("Park", 1, 4));
  }
}
