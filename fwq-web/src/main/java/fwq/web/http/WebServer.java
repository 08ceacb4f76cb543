package fwq.web.http;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on one port: HTTP/1.1, and with TLS HTTP/2, too. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS_MAX = 32;

  private final Server server;
  private final ServerConnector connector;
  private final Seats seats;
  private final SslContextFactory.Server tls = new SslContextFactory.Server();

  /**
   * What a server needs to be told.
   *
   * @param host the address to listen on; every address where empty
   * @param port 0 for a free one
   * @param tls nothing for plain HTTP
   * @param strictTransport whether browsers may be told to come back over TLS alone
   */
  public record Place(
      Optional<String> host, int port, Optional<SSLContext> tls, boolean strictTransport) {
    /** Plain HTTP on this machine's loopback. */
    public static Place loopback(int port) {
      return new Place(Optional.of("127.0.0.1"), port, Optional.empty(), false);
    }
  }

  /** Who may ask, and how often. */
  public record Doors(
      HostRule hosts, ClientAddress clients, int pagesPerSecond, int publicPerSecond) {
    /** The usual ones, for these names. */
    public static Doors usual(HostRule hosts, ClientAddress clients) {
      return new Doors(hosts, clients, 200, 20);
    }
  }

  /**
   * Serves these routes from now on.
   *
   * @throws BindException when the port cannot be had
   */
  public WebServer(Place place, Doors doors, Limits limits, Routes routes) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
    threads.setName("http");
    threads.setDaemon(true);
    this.server = new Server(threads);
    this.seats = new Seats(limits.streams(), limits.streamsPerAddress());
    HttpConfiguration http = configuration(limits);
    this.connector = new Entrance(server, factories(place.tls(), http), limits, doors.clients());
    place.host().ifPresent(connector::setHost);
    connector.setPort(place.port());
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setAcceptedSendBufferSize(limits.sendBufferBytes());
    connector.setAcceptedTcpNoDelay(true);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    // Streams never end by themselves: they are cut off, and browsers come back.
    server.setStopTimeout(0);
    server.setErrorHandler(new BareErrors());
    Site.Rules rules =
        new Site.Rules(
            doors.hosts(),
            doors.clients(),
            new AddressLimit(doors.pagesPerSecond(), 4.0 * doors.pagesPerSecond()),
            new AddressLimit(doors.publicPerSecond(), 2.0 * doors.publicPerSecond()));
    server.setHandler(new Site(routes, rules, limits, new Answers(seats, place.strictTransport())));
    start();
  }

  private static HttpConfiguration configuration(Limits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("FWQ", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    // Any name on the certificate will do: which one is asked for is the host rule's business.
    http.addCustomizer(new SecureRequestCustomizer(false));
    return http;
  }

  private List<ConnectionFactory> factories(Optional<SSLContext> context, HttpConfiguration http) {
    HttpConnectionFactory http1 = new HttpConnectionFactory(http);
    if (context.isEmpty()) {
      return List.of(http1);
    }
    tls.setSslContext(context.get());
    tls.setIncludeProtocols("TLSv1.3");
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol(http1.getProtocol());
    return List.of(new SslConnectionFactory(tls, choice.getProtocol()), choice, http2, http1);
  }

  private void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException(e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** How many streams are open. */
  public int streams() {
    return seats.taken();
  }

  /** New connections get this certificate; those that there are go on. */
  public void renew(SSLContext context) {
    Consumer<SslContextFactory> change = factory -> factory.setSslContext(context);
    try {
      tls.reload(change);
    } catch (Exception e) {
      throw new IllegalStateException("a context that was made cannot be used", e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
