package fwq.journal.node;

import fwq.journal.topic.TopicIds;
import fwq.kit.program.Failure;
import org.apache.kafka.clients.admin.Admin;

/** Makes sure that a topic is still the one that was met, before what was read of it counts. */
final class TopicGuard {
  private final Admin admin;
  private final String topic;

  TopicGuard(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  /** What was read is of another topic: it is dropped, and read again under its own name. */
  static final class AnotherTopicException extends Exception {
    private static final long serialVersionUID = 1L;

    AnotherTopicException() {
      super("the topic Journal has been made anew");
    }
  }

  void confirm() throws AnotherTopicException, Failure, InterruptedException {
    if (!TopicIds.ask(admin).journal().equals(topic)) {
      throw new AnotherTopicException();
    }
  }
}
