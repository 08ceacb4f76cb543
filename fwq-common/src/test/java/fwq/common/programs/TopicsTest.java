package fwq.common.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.programs.Topics;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class TopicsTest {
  @Test
  void topicsAreThoseOfTheTable() {
    assertEquals(
        List.of("SD", "Visitor", "Engine", "Park", "Carts", "Members"),
        Topics.ALL.stream().map(Topic::name).toList());
  }

  @Test
  void parkIsAPartitionOrTwoAndReplicationIsTheBrokers() {
    for (Topic topic : Topics.ALL) {
      NewTopic creation = topic.creation(3);
      assertEquals(topic.name(), creation.name());
      boolean isGuilds = topic.equals(GuildTopics.CARTS) || topic.equals(GuildTopics.MEMBERS);
      assertEquals(isGuilds ? 6 : 3, creation.numPartitions());
      assertEquals(-1, creation.replicationFactor());
    }
  }

  @Test
  void silenceIsMeasuredByTheBrokersClock() {
    for (Topic topic : List.of(SensorTopics.SD, VisitTopics.VISITOR, GuildTopics.CARTS)) {
      assertEquals("LogAppendTime", settings(topic).get("message.timestamp.type"));
    }
  }

  @Test
  void onlyWhoIsInsideIsKeptForEver() {
    for (Topic topic : Topics.ALL) {
      boolean compacted = "compact".equals(settings(topic).get("cleanup.policy"));
      assertEquals(topic.equals(VisitTopics.PARK), compacted, topic.name());
      assertEquals(!compacted, settings(topic).containsKey("retention.ms"), topic.name());
    }
  }

  private static Map<String, String> settings(Topic topic) {
    return new TreeMap<>(topic.creation(1).configs());
  }
}
