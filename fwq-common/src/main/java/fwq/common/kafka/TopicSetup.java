package fwq.common.kafka;

import fwq.common.net.HostPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * One try to have topics with enough partitions. Each step gives a sentence about what is wrong, or
 * nothing; a step that the end interrupts gives nothing, too.
 */
final class TopicSetup {
  private final Admin admin;
  private final HostPort broker;
  private final CompletableFuture<Void> end;

  /**
   * A try over this client, which remains its owner's to close.
   *
   * @param end ends all waiting when it completes
   */
  TopicSetup(Admin admin, HostPort broker, CompletableFuture<Void> end) {
    this.admin = admin;
    this.broker = broker;
    this.end = end;
  }

  /** Makes the topics that are missing, and gives the others more partitions where they lack. */
  Optional<String> provide(int partitions, List<Topics> topics) {
    List<Topics> found = new ArrayList<>();
    return create(partitions, topics, found)
        .or(
            () -> {
              Map<Topics, Integer> lacking = new LinkedHashMap<>();
              return count(partitions, found, lacking).or(() -> raise(partitions, lacking));
            });
  }

  /**
   * Makes the topics that are missing, with one partition, and looks whether a park is there.
   *
   * @param park its number, from 0
   */
  Optional<String> find(int park, List<Topics> topics) {
    Map<Topics, Integer> lacking = new LinkedHashMap<>();
    return create(1, topics, new ArrayList<>())
        .or(() -> count(park + 1, topics, lacking))
        .or(
            () ->
                lacking.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        "there is no park "
                            + park
                            + " at the broker at "
                            + broker
                            + " yet; the first engine with --parks "
                            + (park + 1)
                            + " or more makes it"));
  }

  /**
   * Makes topics.
   *
   * @param found gets those that were there, or that we may not make: a program that may not create
   *     topics uses those that are there
   */
  private Optional<String> create(int partitions, List<Topics> topics, List<Topics> found) {
    Map<String, KafkaFuture<Void>> creations =
        admin
            .createTopics(topics.stream().map(topic -> topic.creation(partitions)).toList())
            .values();
    for (Topics topic : topics) {
      switch (failure(creations.get(topic.topic())).orElse(null)) {
        case null -> {}
        case TopicExistsException _ -> found.add(topic);
        case AuthorizationException _ -> found.add(topic);
        case Throwable other -> {
          return Optional.of(sentence(other));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Counts partitions, which every topic has at least one of.
   *
   * @param lacking gets the topics that have fewer, and how many they have
   */
  private Optional<String> count(
      int partitions, List<Topics> topics, Map<Topics, Integer> lacking) {
    if (partitions == 1 || topics.isEmpty()) {
      return Optional.empty();
    }
    Map<String, KafkaFuture<TopicDescription>> descriptions =
        admin.describeTopics(topics.stream().map(Topics::topic).toList()).topicNameValues();
    for (Topics topic : topics) {
      KafkaFuture<TopicDescription> description = descriptions.get(topic.topic());
      switch (failure(description).orElse(null)) {
        case null -> {
          // Where the end came first there is no answer.
          if (description.isDone() && !description.isCompletedExceptionally()) {
            int count =
                description.toCompletionStage().toCompletableFuture().join().partitions().size();
            if (count < partitions) {
              lacking.put(topic, count);
            }
          }
        }
        // What we may not look at may well be as it should.
        case AuthorizationException _ -> {}
        case UnknownTopicOrPartitionException _ -> {
          return Optional.of("the topic " + topic.topic() + " is not there yet");
        }
        case Throwable other -> {
          return Optional.of(sentence(other));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> raise(int partitions, Map<Topics, Integer> lacking) {
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    Map<String, KafkaFuture<Void>> raises =
        admin
            .createPartitions(
                lacking.keySet().stream()
                    .collect(
                        Collectors.toMap(Topics::topic, _ -> NewPartitions.increaseTo(partitions))))
            .values();
    for (Map.Entry<Topics, Integer> entry : lacking.entrySet()) {
      String topic = entry.getKey().topic();
      switch (failure(raises.get(topic)).orElse(null)) {
        case null -> {}
        case AuthorizationException _ -> {
          return Optional.of(mayNotRaise(topic, entry.getValue(), partitions));
        }
        case PolicyViolationException _ -> {
          return Optional.of(mayNotRaise(topic, entry.getValue(), partitions));
        }
        // Somebody else was faster; the next try sees by how much.
        case InvalidPartitionsException _ -> {
          return Optional.of("the topic " + topic + " is just getting more partitions");
        }
        case Throwable other -> {
          return Optional.of(sentence(other));
        }
      }
    }
    return Optional.empty();
  }

  /** What to tell when a topic is too small for the parks and stays so. */
  static String mayNotRaise(String topic, int has, int needs) {
    return "the topic "
        + topic
        + " has "
        + has
        + (has == 1 ? " partition" : " partitions")
        + ", but "
        + needs
        + " parks need one each, and the broker does not let us add any: have its operator raise the"
        + " topic to "
        + needs
        + " partitions, or allow us to alter it";
  }

  /** Waits for the outcome; what the end interrupts has not failed. */
  private Optional<Throwable> failure(KafkaFuture<?> step) {
    try {
      CompletableFuture.anyOf(step.toCompletionStage().toCompletableFuture(), end).join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(e.getCause());
    }
  }

  private String sentence(Throwable problem) {
    return problem instanceof AuthenticationException
        ? "the broker at " + broker + " refuses us: " + problem.getMessage()
        : "waiting for the broker at " + broker;
  }
}
