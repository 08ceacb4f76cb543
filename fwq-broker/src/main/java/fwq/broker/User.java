package fwq.broker;

import fwq.common.programs.ProgramRow;
import fwq.common.programs.ProgramTable;
import fwq.common.programs.Right;
import java.util.ArrayList;
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
 */
record User(String text, List<Right> rights) {
  /** The operator, who may do everything and needs no rule for it. */
  static final User ADMIN = new User("admin", List.of());

  /** Takes a copy. */
  User {
    rights = List.copyOf(rights);
  }

  /** Those of the programs, and the operator as the last. */
  static List<User> all(ProgramTable table) {
    Map<String, List<Right>> rights = new LinkedHashMap<>();
    for (ProgramRow row : table.rows()) {
      if (!row.rights().isEmpty()) {
        rights.computeIfAbsent(row.user(), _ -> new ArrayList<>()).addAll(row.rights());
      }
    }
    List<User> users = new ArrayList<>();
    rights.forEach((name, may) -> users.add(new User(name, may)));
    users.add(ADMIN);
    return users;
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
