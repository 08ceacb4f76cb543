package fwq.broker;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The table of who may do what. Whoever may read, write or alter a topic may look at it, too;
 * whoever may write to one may do so without duplicates. Nothing else is allowed.
 */
enum User {
  /** Says that a login has ended. */
  REGISTRY("registry", topic(VisitTopics.VISITOR, WRITE)),
  /** Reads counts, and makes the topic as large as the parks are many. */
  WAITING_TIME_SERVER("waitingtimeserver", topic(SensorTopics.SD, READ, CREATE, ALTER)),
  /** Says counts. */
  SENSOR("sensor", topic(SensorTopics.SD, WRITE)),
  /** Holds the parks, and makes their topics as large as they are many. */
  ENGINE(
      "engine",
      topic(VisitTopics.VISITOR, READ, WRITE, CREATE, ALTER),
      topic(VisitTopics.ENGINE, WRITE, CREATE, ALTER),
      topic(VisitTopics.PARK, READ, WRITE, CREATE, ALTER),
      right(ResourceType.GROUP, "fwq-engine", PatternType.LITERAL, READ),
      right(ResourceType.TRANSACTIONAL_ID, "fwq-park-", PatternType.PREFIXED, WRITE)),
  /** Says what guests do, hears what the engine says. In no group: each hears all. */
  VISITOR("visitor", topic(VisitTopics.VISITOR, WRITE), topic(VisitTopics.ENGINE, READ)),
  /** The operator, who may do everything and needs no rule for it. */
  ADMIN("admin");

  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // Made by toList, of things that do not change.
  private final List<AclBinding> rights;

  @SafeVarargs
  @SuppressWarnings("varargs")
  User(String text, Stream<Right>... rights) {
    this.text = text;
    this.rights =
        Stream.of(rights).flatMap(some -> some).map(right -> right.of(principal())).toList();
  }

  /** What the broker and its files call this user. */
  String text() {
    return text;
  }

  /** What rules call this user. */
  String principal() {
    return "User:" + text;
  }

  /** The rules that let this user do what it must. */
  List<AclBinding> rights() {
    return rights;
  }

  /** One thing that may be done, by whoever it is given to. */
  private record Right(ResourcePattern what, AclOperation operation) {
    AclBinding of(String principal) {
      return new AclBinding(
          what, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }
  }

  private static Stream<Right> topic(Topic topic, AclOperation... operations) {
    return right(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, operations);
  }

  private static Stream<Right> right(
      ResourceType type, String name, PatternType pattern, AclOperation... operations) {
    ResourcePattern what = new ResourcePattern(type, name, pattern);
    return Arrays.stream(operations).map(operation -> new Right(what, operation));
  }
}
