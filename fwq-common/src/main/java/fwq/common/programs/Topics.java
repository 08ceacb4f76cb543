package fwq.common.programs;

import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.Topic;
import fwq.kit.kafka.TopicUse;
import java.util.List;

/** All topics of all conversations, for those who set a broker up or look at all of it. */
public final class Topics {
  /** What every park has. In no order that matters. */
  public static final List<Topic> ALL =
      List.of(
          SensorTopics.SD,
          VisitTopics.VISITOR,
          VisitTopics.ENGINE,
          VisitTopics.PARK,
          GuildTopics.CARTS,
          GuildTopics.MEMBERS);

  /** Those that are made by the programs that need them, and that no park waits for. */
  public static final List<Topic> ON_DEMAND =
      List.of(JournalTopics.JOURNAL, JournalTopics.STORED, VisitTopics.ENDED);

  private Topics() {}

  /** For one who sees to it that all of them are there. */
  public static TopicUse[] readAll() {
    return ALL.stream().map(Topic::read).toArray(TopicUse[]::new);
  }
}
