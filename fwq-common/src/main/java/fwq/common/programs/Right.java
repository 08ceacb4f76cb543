package fwq.common.programs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a user of the broker may do: {@code Visitor:read,write}, {@code group:fwq-engine},
 * {@code transactions:fwq-park-*}.
 *
 * @param name of the topic, of the group, or of the transactions
 * @param prefix whether it is only how their names begin
 */
public record Right(Kind kind, String name, boolean prefix, Set<Operation> operations) {
  /** What it is about. */
  public enum Kind {
    TOPIC,
    GROUP,
    TRANSACTIONS
  }

  /** What may be done with it. To alter a topic is to give it more partitions. */
  public enum Operation {
    READ,
    WRITE,
    CREATE,
    ALTER
  }

  /** Takes a copy. */
  public Right {
    operations = Set.copyOf(operations);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static Right parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("a right is TOPIC:OPERATION,... , got '" + text + "'");
    }
    String before = text.substring(0, colon);
    String after = text.substring(colon + 1);
    return switch (before) {
      case "group" -> of(Kind.GROUP, after, Operation.READ);
      case "transactions" -> of(Kind.TRANSACTIONS, after, Operation.WRITE);
      default -> {
        EnumSet<Operation> operations = EnumSet.noneOf(Operation.class);
        Arrays.stream(after.split(","))
            .map(it -> Operation.valueOf(it.toUpperCase(Locale.ROOT)))
            .forEach(operations::add);
        yield new Right(Kind.TOPIC, before, false, operations);
      }
    };
  }

  private static Right of(Kind kind, String name, Operation operation) {
    boolean prefix = name.endsWith("*");
    String plain = prefix ? name.substring(0, name.length() - 1) : name;
    return new Right(kind, plain, prefix, Set.of(operation));
  }
}
