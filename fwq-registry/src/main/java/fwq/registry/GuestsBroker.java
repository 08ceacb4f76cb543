package fwq.registry;

import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Once;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the broker lets guests in by their passes, and so is to be told whose sessions are over:
 * then it has a topic for that. For one thread.
 */
final class GuestsBroker {
  private static final Logger LOG = LoggerFactory.getLogger(GuestsBroker.class);

  /** How often it is looked at. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final KafkaClients kafka;
  private final boolean hasUsers;
  private final Once looks = new Once(PAUSE);
  private boolean listens;

  /**
   * A broker that has yet to be looked at.
   *
   * @param hasUsers whether we need one there: where anybody may do anything there are no passes
   */
  GuestsBroker(KafkaClients kafka, boolean hasUsers) {
    this.kafka = kafka;
    this.hasUsers = hasUsers;
  }

  /** As it was when it was last looked at, a minute ago at most. */
  boolean listens(long nowMillis) {
    if (hasUsers && looks.isDue(nowMillis)) {
      listens = look();
    }
    return listens;
  }

  private boolean look() {
    try {
      return !kafka.topicIds(List.of(VisitTopics.ENDED)).isEmpty();
    } catch (KafkaException e) {
      // Also where we may not see it: an operator's own broker.
      LOG.debug("whether the broker is to be told of ended sessions cannot be seen", e);
      return listens;
    }
  }
}
