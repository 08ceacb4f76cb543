package fwq.journal.head;

import fwq.journal.topic.NodeGroup;
import fwq.journal.topic.TopicIds;
import fwq.kit.program.Failure;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the nodes' group, and whether the topics are the same, beside the desk's thread, which
 * must never wait for a broker. One look at a time.
 */
final class GroupLook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupLook.class);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("group").factory());
  private final AtomicBoolean looks = new AtomicBoolean();
  private final Admin admin;
  private final TopicMaker topicMaker;
  private final Front front;
  private final StoredReader reader;
  private volatile TopicIds topics;

  /**
   * Looks through this client, which remains its owner's to close.
   *
   * @param topicMaker makes the topics that are missing
   * @param topics as they are at the start
   */
  GroupLook(Admin admin, TopicMaker topicMaker, Front front, StoredReader reader, TopicIds topics) {
    this.admin = admin;
    this.topicMaker = topicMaker;
    this.front = front;
    this.reader = reader;
    this.topics = topics;
  }

  /** Kafka's id of the topic {@code Journal}, as it was at the last look. */
  String journal() {
    return topics.journal();
  }

  /** Begins a look, unless one is under way. */
  void begin() {
    if (looks.compareAndSet(false, true)) {
      try {
        thread.execute(this::look);
      } catch (RejectedExecutionException e) {
        // The head closes.
      }
    }
  }

  private void look() {
    try {
      if (isTopicMissing()) {
        boolean _ = topicMaker.provide();
      }
    } catch (Failure e) {
      LOG.debug("the topics cannot be made anew: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      looks.set(false);
    }
  }

  /** Looks, and says whether somebody has deleted a topic: whoever finds that makes it anew. */
  private boolean isTopicMissing() {
    boolean isMissing = false;
    try {
      front.looked(NodeGroup.look(admin).shares());
      TopicIds now = TopicIds.ask(admin);
      TopicIds before = topics;
      topics = now;
      if (!now.journal().equals(before.journal())) {
        LOG.info("the topic Journal has been made anew: its records are other ones from now on");
        front.topicIsAnother();
      }
      if (!now.stored().equals(before.stored())) {
        LOG.info("the topic Stored has been made anew: it is read from its beginning");
        reader.readAgain();
      }
    } catch (UnknownTopicOrPartitionException e) {
      isMissing = true;
    } catch (KafkaException | Failure e) {
      // That the broker is away shows in what is answered.
      LOG.debug("the group cannot be looked at: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isMissing;
  }

  /** Makes the topics that are missing. */
  @FunctionalInterface
  interface TopicMaker {
    /** Waits until they are there; false when stop was requested. */
    boolean provide() throws Failure, InterruptedException;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
