package fwq.broker;

import fwq.common.programs.ProgramRow;
import fwq.common.programs.ProgramTable;
import fwq.common.programs.Quota;
import fwq.common.programs.Right;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Someone the broker knows, and what the table of programs lets it do. Whoever may read, write or
 * alter a topic may look at it, too; whoever may write to one may do so without duplicates. Nothing
 * else is allowed.
 *
 * @param text what the broker and its files call this user
 * @param rights what it may do
 * @param quota how much of it a second
 */
record User(String text, List<Right> rights, Quota quota) {
  /** The operator, who may do everything and needs no rule for it. */
  static final User ADMIN = new User("admin", List.of(), Quota.ALL);

  /** All guests, who have a pass each, and so no password; the quota is each one's. */
  static final String GUEST = "guest";

  /** Takes a copy. */
  User {
    rights = List.copyOf(rights);
  }

  /** Those of the programs, and the operator as the last. */
  static List<User> all(ProgramTable table) {
    Map<String, User> users = new LinkedHashMap<>();
    for (ProgramRow row : table.rows()) {
      row.quota().ifPresent(quota -> add(users, row.user(), row, quota));
      row.carries().ifPresent(other -> add(users, other.user(), row, other.quota()));
    }
    users.put(ADMIN.text, ADMIN);
    return List.copyOf(users.values());
  }

  private static void add(Map<String, User> users, String name, ProgramRow row, Quota quota) {
    if (users.put(name, new User(name, row.rights(), quota)) != null) {
      throw new IllegalArgumentException("rows that share a user leave its rights to one: " + name);
    }
  }

  /** Whether it is whoever has a pass. */
  boolean isGuest() {
    return text.equals(GUEST);
  }

  /** What rules call this user. */
  String principal() {
    return "User:" + text;
  }

  /** The broker's rules that let this user do what it may. */
  List<AclBinding> rules() {
    return rights.stream().flatMap(this::rules).toList();
  }

  private Stream<AclBinding> rules(Right right) {
    ResourceType type =
        switch (right.kind()) {
          case TOPIC -> ResourceType.TOPIC;
          case GROUP -> ResourceType.GROUP;
          case TRANSACTIONS -> ResourceType.TRANSACTIONAL_ID;
        };
    PatternType pattern = right.prefix() ? PatternType.PREFIXED : PatternType.LITERAL;
    ResourcePattern what = new ResourcePattern(type, right.name(), pattern);
    return right.operations().stream()
        .map(
            operation ->
                switch (operation) {
                  case READ -> AclOperation.READ;
                  case WRITE -> AclOperation.WRITE;
                  case CREATE -> AclOperation.CREATE;
                  case ALTER -> AclOperation.ALTER;
                })
        .map(
            operation ->
                new AclBinding(
                    what,
                    new AccessControlEntry(principal(), "*", operation, AclPermissionType.ALLOW)));
  }
}
