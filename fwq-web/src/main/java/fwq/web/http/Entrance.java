package fwq.web.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Where connections come in: so many of one address, and the next is closed at once. A proxy that
 * is believed has as many as there are.
 */
final class Entrance extends ServerConnector {
  private final Seats seats;
  private final ClientAddress clients;

  /** Each with its address, which one that is closed no longer knows. */
  private final Map<EndPoint, String> counted = new ConcurrentHashMap<>();

  Entrance(Server server, List<ConnectionFactory> factories, Limits limits, ClientAddress clients) {
    super(server, 1, 1, factories.toArray(ConnectionFactory[]::new));
    this.seats = new Seats(limits.connections(), limits.connectionsPerAddress());
    this.clients = clients;
  }

  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
    Optional<String> address = address(endPoint);
    if (address.isEmpty() || clients.isProxy(address.get())) {
      return;
    }
    if (seats.take(address.get())) {
      counted.put(endPoint, address.get());
    } else {
      endPoint.close();
    }
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    super.onEndPointClosed(endPoint);
    Optional.ofNullable(counted.remove(endPoint)).ifPresent(seats::leave);
  }

  /** Nothing where the other side was gone before it was looked at. */
  private static Optional<String> address(EndPoint endPoint) {
    return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress it
            && it.getAddress() != null
        ? Optional.of(RequestFacts.literal(it.getAddress().getHostAddress()))
        : Optional.empty();
  }
}
