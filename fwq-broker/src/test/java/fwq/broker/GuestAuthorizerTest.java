package fwq.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.metadata.authorizer.StandardAcl;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GuestAuthorizerTest {
  private final GuestAuthorizer authorizer = new GuestAuthorizer();

  @BeforeEach
  void letGuestsWriteVisitorAndEnginesEngine() {
    authorizer.withPluginMetrics(new PluginMetricsImpl(new Metrics(), Map.of()));
    authorizer.configure(Map.of("node.id", "1", "super.users", "User:admin"));
    allow("User:guest", "Visitor");
    allow("User:engine", "Engine");
    authorizer.completeInitialLoad();
  }

  @AfterEach
  void close() throws IOException {
    authorizer.close();
  }

  private void allow(String principal, String topic) {
    authorizer.addAcl(
        Uuid.randomUuid(),
        new StandardAcl(
            ResourceType.TOPIC,
            topic,
            PatternType.LITERAL,
            principal,
            "*",
            AclOperation.WRITE,
            AclPermissionType.ALLOW));
  }

  private boolean mayWrite(String user, String topic) {
    ResourcePattern what = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
    return authorizer
        .authorize(
            new Request(user), List.of(new Action(AclOperation.WRITE, what, 1, false, false)))
        .equals(List.of(AuthorizationResult.ALLOWED));
  }

  @Test
  void eachGuestMayDoWhatGuestsMayWhateverTheName() {
    for (String alias : List.of("ana", "admin", "engine", "guest")) {
      assertEquals(true, mayWrite("guest:" + alias, "Visitor"), alias);
      assertEquals(false, mayWrite("guest:" + alias, "Engine"), alias);
    }
  }

  @Test
  void programsMayDoWhatTheyMight() {
    assertEquals(true, mayWrite("engine", "Engine"));
    assertEquals(false, mayWrite("engine", "Visitor"));
    assertEquals(true, mayWrite("admin", "Engine"));
    assertEquals(false, mayWrite("guests", "Visitor"));
  }

  /** Who writes without duplicates has to be allowed to write somewhere. */
  @Test
  void guestsMayWriteSomewhere() {
    assertEquals(AuthorizationResult.ALLOWED, somewhere("guest:ana"));
    assertEquals(AuthorizationResult.DENIED, somewhere("nobody"));
  }

  private AuthorizationResult somewhere(String user) {
    return authorizer.authorizeByResourceType(
        new Request(user), AclOperation.WRITE, ResourceType.TOPIC);
  }

  private record Request(String user) implements AuthorizableRequestContext {
    @Override
    public KafkaPrincipal principal() {
      return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, user);
    }

    @Override
    public String listenerName() {
      return "CLIENT";
    }

    @Override
    public SecurityProtocol securityProtocol() {
      return SecurityProtocol.SASL_SSL;
    }

    @Override
    public InetAddress clientAddress() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public int requestType() {
      return 0;
    }

    @Override
    public int requestVersion() {
      return 0;
    }

    @Override
    public String clientId() {
      return "test";
    }

    @Override
    public int correlationId() {
      return 0;
    }
  }
}
