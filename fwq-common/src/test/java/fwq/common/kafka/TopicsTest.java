package fwq.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class TopicsTest {
  @Test
  void topicsAreThoseOfTheTable() {
    assertEquals(
        List.of("SD", "Visitor", "Engine", "Park"),
        Arrays.stream(Topics.values()).map(Topics::topic).toList());
  }

  @Test
  void parkIsAPartitionAndReplicationIsTheBrokers() {
    for (Topics topic : Topics.values()) {
      NewTopic creation = topic.creation(3);
      assertEquals(topic.topic(), creation.name());
      assertEquals(3, creation.numPartitions());
      assertEquals(-1, creation.replicationFactor());
    }
  }

  @Test
  void silenceIsMeasuredByTheBrokersClock() {
    for (Topics topic : List.of(Topics.SD, Topics.VISITOR)) {
      assertEquals("LogAppendTime", settings(topic).get("message.timestamp.type"));
    }
  }

  @Test
  void onlyWhoIsInsideIsKeptForEver() {
    for (Topics topic : Topics.values()) {
      boolean compacted = "compact".equals(settings(topic).get("cleanup.policy"));
      assertEquals(topic == Topics.PARK, compacted, topic.topic());
      assertEquals(!compacted, settings(topic).containsKey("retention.ms"), topic.topic());
    }
  }

  private static Map<String, String> settings(Topics topic) {
    return new TreeMap<>(topic.creation(1).configs());
  }
}
