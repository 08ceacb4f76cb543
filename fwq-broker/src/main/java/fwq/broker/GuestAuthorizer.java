package fwq.broker;

import java.net.InetAddress;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own rules, but that guests are one user to them: a rule is about a user's whole name or
 * about everybody, programs, too, and nobody writes one for each guest. To quotas and logs each
 * guest stays itself. Who is called like a guest has a guest's rights and no others, whoever it is.
 */
public final class GuestAuthorizer extends StandardAuthorizer {
  /** How guests' names begin. */
  static final String NAME = "guest:";

  private static final KafkaPrincipal ALL =
      new KafkaPrincipal(KafkaPrincipal.USER_TYPE, User.GUEST);

  /** Constructed by Kafka's server. */
  public GuestAuthorizer() {}

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext request, List<Action> actions) {
    return super.authorize(ruled(request), actions);
  }

  @Override
  public AuthorizationResult authorizeByResourceType(
      AuthorizableRequestContext request, AclOperation operation, ResourceType type) {
    return super.authorizeByResourceType(ruled(request), operation, type);
  }

  private static AuthorizableRequestContext ruled(AuthorizableRequestContext request) {
    return request.principal().getName().startsWith(NAME) ? new OfAGuest(request) : request;
  }

  private record OfAGuest(AuthorizableRequestContext request)
      implements AuthorizableRequestContext {
    @Override
    public KafkaPrincipal principal() {
      return ALL;
    }

    @Override
    public String listenerName() {
      return request.listenerName();
    }

    @Override
    public SecurityProtocol securityProtocol() {
      return request.securityProtocol();
    }

    @Override
    public InetAddress clientAddress() {
      return request.clientAddress();
    }

    @Override
    public int requestType() {
      return request.requestType();
    }

    @Override
    public int requestVersion() {
      return request.requestVersion();
    }

    @Override
    public String clientId() {
      return request.clientId();
    }

    @Override
    public int correlationId() {
      return request.correlationId();
    }
  }
}
