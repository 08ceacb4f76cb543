package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TopicSetupTest {
  @Test
  void topicThatIsTooSmallAndMayNotGrowIsToldInASentence() {
    assertEquals(
        "the topic Park has 1 partition, but 4 parks need one each, and the broker does not let us"
            + " add any: have its operator raise the topic to 4 partitions, or allow us to alter"
            + " it",
        TopicSetup.mayNotRaise("Park", 1, 4));
  }
}
