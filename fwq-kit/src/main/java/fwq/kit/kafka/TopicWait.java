package fwq.kit.kafka;

import fwq.kit.program.Backoff;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until topics are as they are needed, and says once what it waits for. */
record TopicWait(KafkaClients kafka, boolean tls) {
  private static final Logger LOG = LoggerFactory.getLogger(TopicWait.class);

  /** One try to reach the broker. */
  private static final Duration TRY = Duration.ofSeconds(2);

  Map<String, Uuid> ids(List<Topic> topics) {
    Map<String, Uuid> ids = new HashMap<>();
    try (Admin admin = kafka.admin(TRY)) {
      admin
          .describeTopics(topics.stream().map(Topic::name).toList())
          .topicNameValues()
          .forEach(
              (name, answer) -> {
                try {
                  ids.put(name, answer.toCompletionStage().toCompletableFuture().join().topicId());
                } catch (CompletionException e) {
                  if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e.getCause() instanceof KafkaException its
                        ? its
                        : new KafkaException(e.getCause());
                  }
                }
              });
    }
    return ids;
  }

  boolean await(Stop stop, Function<TopicSetup, Optional<String>> setup)
      throws InterruptedException {
    Backoff backoff =
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), RandomGenerator.getDefault());
    // One for all tries: each copy would stay behind in the stop's list of what to tell.
    CompletableFuture<Void> end = stop.signal();
    Once told = new Once();
    boolean waited = false;
    while (!stop.requested()) {
      Optional<String> problem = attempt(end, setup);
      if (problem.isEmpty()) {
        if (waited && !stop.requested()) {
          LOG.info("the broker at {} is there", kafka.broker());
        }
        return !stop.requested();
      }
      waited = true;
      if (told.isNews(problem.get())) {
        LOG.info("{}; trying until it works", problem.get());
      }
      stop.await(backoff.next());
    }
    return false;
  }

  /** Gives a sentence about what is wrong, or nothing. */
  Optional<String> attempt(
      CompletableFuture<Void> end, Function<TopicSetup, Optional<String>> setup) {
    // Kafka's client would take what TLS says for the size of an answer, and have no memory for it.
    if (!tls && TlsProbe.speaksTls(kafka.broker())) {
      return Optional.of(TlsProbe.sentence(kafka.broker()));
    }
    if (end.isDone()) {
      return Optional.empty();
    }
    Admin admin;
    try {
      admin = kafka.admin(TRY);
    } catch (KafkaException e) {
      if (new InetSocketAddress(kafka.broker().host(), kafka.broker().port()).isUnresolved()) {
        return Optional.of("the broker's name " + kafka.broker().host() + " is not known yet");
      }
      return Optional.of("Kafka's client refuses its settings: " + Refusal.reason(e));
    }
    try {
      return setup.apply(new TopicSetup(admin, kafka.broker(), tls, end));
    } finally {
      admin.close(Duration.ZERO);
    }
  }
}
