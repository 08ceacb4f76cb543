package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * One try to have topics with enough partitions. Each step gives a sentence about what is wrong, or
 * nothing; a step that the end interrupts gives nothing, too.
 */
final class TopicSetup {
  /** Begins what is told while the broker does not answer. */
  static final String WAITING = "waiting for the broker at ";

  private final Admin admin;
  private final HostPort broker;
  private final boolean tls;
  private final CompletableFuture<Void> end;
  private final List<String> made = new ArrayList<>();

  /**
   * A try over this client, which remains its owner's to close.
   *
   * @param tls whether it speaks TLS
   * @param end ends all waiting when it completes
   */
  TopicSetup(Admin admin, HostPort broker, boolean tls, CompletableFuture<Void> end) {
    this.admin = admin;
    this.broker = broker;
    this.tls = tls;
    this.end = end;
  }

  /**
   * Makes the topics that are missing, and gives the others more partitions where they lack. One
   * that somebody made larger makes all of them larger: a park is a partition of each.
   */
  Optional<String> provide(int parks, List<TopicUse> uses) {
    List<TopicUse> found = new ArrayList<>();
    Map<Topic, Integer> sizes = new LinkedHashMap<>();
    return create(parks, uses, found)
        .or(() -> sizes(found, sizes))
        .or(
            () -> {
              int needed = Math.max(parks, mostParks(sizes));
              uses.forEach(use -> sizes.putIfAbsent(use.topic(), use.topic().partitions(parks)));
              return raise(needed, lacking(needed, sizes));
            });
  }

  /** The number of parks that the largest of these topics is for. */
  static int mostParks(Map<Topic, Integer> sizes) {
    return sizes.entrySet().stream()
        .filter(it -> it.getKey().perPark() > 0)
        .mapToInt(it -> it.getValue() / it.getKey().perPark())
        .max()
        .orElse(0);
  }

  /** Those that are too small for so many parks, and how many partitions they have. */
  static Map<Topic, Integer> lacking(int parks, Map<Topic, Integer> sizes) {
    Map<Topic, Integer> lacking = new LinkedHashMap<>();
    sizes.forEach(
        (topic, size) -> {
          if (size < topic.partitions(parks)) {
            lacking.put(topic, size);
          }
        });
    return lacking;
  }

  /** Those of the topics that this try has made. */
  List<String> made() {
    return made;
  }

  /**
   * Makes the topics that are missing, with one partition, and looks whether a park is there.
   *
   * @param park its number, from 0
   */
  Optional<String> find(int park, List<TopicUse> uses) {
    List<TopicUse> found = new ArrayList<>();
    Map<Topic, Integer> sizes = new LinkedHashMap<>();
    return create(1, uses, found)
        .or(() -> sizes(park == 0 ? found : uses, sizes))
        .or(
            () ->
                lacking(park + 1, sizes).isEmpty()
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

  /** Looks whether the topics are there, and makes nothing. */
  Optional<String> look(List<TopicUse> uses) {
    return sizes(uses, new LinkedHashMap<>());
  }

  /**
   * Makes topics.
   *
   * @param found gets those that were there, or that we may not make: a program that may not create
   *     topics uses those that are there
   */
  private Optional<String> create(int parks, List<TopicUse> uses, List<TopicUse> found) {
    Map<String, KafkaFuture<Void>> creations =
        admin.createTopics(uses.stream().map(use -> use.topic().creation(parks)).toList()).values();
    for (TopicUse use : uses) {
      switch (failure(creations.get(use.topic().name())).orElse(null)) {
        case null -> made.add(use.topic().name());
        case TopicExistsException _ -> found.add(use);
        case AuthorizationException _ -> found.add(use);
        case InvalidConfigurationException _ -> {
          Optional<String> trouble = createOlder(parks, use);
          if (trouble.isPresent()) {
            return trouble;
          }
        }
        case Throwable other -> {
          return Optional.of(sentence(other));
        }
      }
    }
    return Optional.empty();
  }

  /** A broker before Kafka 4.4 does not know how to bound what a record is unpacked. */
  private Optional<String> createOlder(int parks, TopicUse use) {
    KafkaFuture<Void> creation =
        admin
            .createTopics(List.of(use.topic().olderCreation(parks)))
            .values()
            .get(use.topic().name());
    Optional<Throwable> failure = failure(creation);
    if (failure.isEmpty()) {
      made.add(use.topic().name());
    }
    return failure.map(this::sentence);
  }

  /**
   * Looks whether we may do with topics what we must, and counts their partitions.
   *
   * @param sizes gets how many each has
   */
  private Optional<String> sizes(List<TopicUse> uses, Map<Topic, Integer> sizes) {
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    Map<String, KafkaFuture<TopicDescription>> descriptions =
        admin
            .describeTopics(
                uses.stream().map(use -> use.topic().name()).toList(),
                new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    for (TopicUse use : uses) {
      KafkaFuture<TopicDescription> description = descriptions.get(use.topic().name());
      switch (failure(description).orElse(null)) {
        case null -> {
          // Where the end came first there is no answer.
          if (description.isDone() && !description.isCompletedExceptionally()) {
            TopicDescription answer = description.toCompletionStage().toCompletableFuture().join();
            Optional<String> refusal = missingRight(use, answer.authorizedOperations());
            if (refusal.isPresent()) {
              return refusal;
            }
            sizes.put(use.topic(), answer.partitions().size());
          }
        }
        // Who may read or write a topic may look at it.
        case TopicAuthorizationException _ -> {
          return missingRight(use, Set.of());
        }
        case UnknownTopicOrPartitionException _ -> {
          return Optional.of("the topic " + use.topic().name() + " is not there yet");
        }
        case Throwable other -> {
          return Optional.of(sentence(other));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What we must do and may not.
   *
   * @param allowed what we may, or null from a broker that does not tell
   */
  private static Optional<String> missingRight(TopicUse use, Set<AclOperation> allowed) {
    return allowed == null
        ? Optional.empty()
        : use.operations().stream()
            .filter(operation -> !allowed.contains(operation))
            .min(Comparator.naturalOrder())
            .map(operation -> Refusal.topic(operation, use.topic()));
  }

  private Optional<String> raise(int parks, Map<Topic, Integer> lacking) {
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    Map<String, KafkaFuture<Void>> raises =
        admin
            .createPartitions(
                lacking.keySet().stream()
                    .collect(
                        Collectors.toMap(
                            Topic::name,
                            topic -> NewPartitions.increaseTo(topic.partitions(parks)))))
            .values();
    for (Map.Entry<Topic, Integer> entry : lacking.entrySet()) {
      String topic = entry.getKey().name();
      int partitions = entry.getKey().partitions(parks);
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
    return Refusal.sentence(problem)
        .or(() -> tls ? Optional.empty() : AdvertisedAddress.unreachable(broker))
        .orElse(WAITING + broker);
  }
}
