package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;

final class RefusalTest {
  @Test
  void refusalNamesWhatIsRefused() {
    assertSays("use the topic Park, SD", new TopicAuthorizationException(Set.of("SD", "Park")));
    assertSays("the group fwq-engine", GroupAuthorizationException.forGroupId("fwq-engine"));
    assertSays("our transactional id", new TransactionalIdAuthorizationException("no"));
    assertSays("(not you)", new ClusterAuthorizationException("not you"));
    assertSays("user and password (who?)", new SaslAuthenticationException("who?"));
  }

  @Test
  void whoseTokenIsRefusedLogsInAgain() {
    var e = new SaslAuthenticationException("{\"status\":\"invalid_token\"}");
    assertTrue(Refusal.sentence(e).orElseThrow().contains("log in again"));
  }

  @Test
  void refusalIsFoundBehindOtherProblems() {
    assertSays(
        "the topic SD",
        new KafkaException("rebalance", new TopicAuthorizationException(Set.of("SD"))));
  }

  @Test
  void failedTlsSaysItsReasonAndNotThatOfTheLayersAround() {
    assertSays(
        "(no name matches)",
        new SslAuthenticationException("failed", new SSLHandshakeException("no name matches")));
  }

  @Test
  void rightThatIsMissingIsNamedWithItsTopic() {
    assertTrue(
        Refusal.topic(AclOperation.WRITE, Topic.ofParks("Visitor", 1, 1_000, Map.of()))
            .startsWith("the broker does not let us write to the topic Visitor: "));
    assertTrue(
        Refusal.topic(AclOperation.READ, Topic.ofParks("SD", 1, 1_000, Map.of()))
            .startsWith("the broker does not let us read the topic SD: "));
  }

  @Test
  void otherProblemsAreNoRefusals() {
    assertEquals(Optional.empty(), Refusal.sentence(new TimeoutException("slow")));
  }

  private static void assertSays(String part, Throwable problem) {
    String sentence = Refusal.sentence(problem).orElseThrow();
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.contains("--kafka-config"), sentence);
  }
}
