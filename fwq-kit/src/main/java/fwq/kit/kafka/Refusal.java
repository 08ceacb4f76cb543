package fwq.kit.kafka;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Says, when the broker does not let us, what it refuses and what to look at. */
public final class Refusal {
  /** What a broker says of a token that it does not take (RFC 6750). */
  public static final String INVALID_TOKEN = "invalid_token";

  private static final String WHAT_TO_DO =
      ": give --kafka-config the file of a user who may, such as the broker's engine.properties for"
          + " an engine, or have its operator allow it";

  private Refusal() {}

  /**
   * A sentence, without a full stop, if this is a refusal or comes from one.
   *
   * @return nothing for any other problem
   */
  public static Optional<String> sentence(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      Optional<String> sentence =
          switch (cause) {
            case SslAuthenticationException e -> Optional.of(tls(e));
            case AuthenticationException e -> Optional.of(user(e));
            case TopicAuthorizationException e when !e.unauthorizedTopics().isEmpty() ->
                Optional.of(
                    mayNot(
                        "use the topic "
                            + e.unauthorizedTopics().stream()
                                .sorted()
                                .collect(Collectors.joining(", "))));
            case GroupAuthorizationException e when e.groupId() != null ->
                Optional.of(mayNot("read as a member of the group " + e.groupId()));
            case TransactionalIdAuthorizationException _ ->
                Optional.of(mayNot("write under our transactional id"));
            case AuthorizationException e ->
                Optional.of(mayNot("do what we must (" + e.getMessage() + ")"));
            default -> Optional.empty();
          };
      if (sentence.isPresent()) {
        return sentence;
      }
    }
    return Optional.empty();
  }

  /** A sentence about a right that is missing. */
  static String topic(AclOperation operation, Topic topic) {
    String doing =
        switch (operation) {
          case READ -> "read";
          case WRITE -> "write to";
          default -> throw new IllegalArgumentException("no program needs to " + operation);
        };
    return mayNot(doing + " the topic " + topic.name());
  }

  /** What is wrong as far as Kafka says it, and what that came from. */
  static String reason(KafkaException e) {
    String kafkas = e.getMessage();
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
      kafkas = last instanceof KafkaException ? last.getMessage() : kafkas;
    }
    return last instanceof KafkaException ? kafkas : kafkas + ": " + last.getMessage();
  }

  private static String mayNot(String doing) {
    return "the broker does not let us " + doing + WHAT_TO_DO;
  }

  private static String user(AuthenticationException e) {
    if (String.valueOf(e.getMessage()).contains(INVALID_TOKEN)) {
      return "the broker does not take this login, or no longer: log in again";
    }
    return "the broker does not know us by this user and password ("
        + e.getMessage()
        + "): check sasl.mechanism and sasl.jaas.config in the file given with --kafka-config";
  }

  private static String tls(SslAuthenticationException e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return "there is no TLS with the broker ("
        + last.getMessage()
        + "): check that ssl.truststore in the file given with --kafka-config is the broker's"
        + " certificate, and that it names the address we reach it by";
  }
}
