package fwq.web.http;

import fwq.web.stream.Block;
import fwq.web.stream.Channel;
import fwq.web.stream.Slot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a free port with one stream, one page and one request that changes things. */
final class RunningServer implements AutoCloseable {
  final Channel channel = new Channel();
  final AtomicInteger ended = new AtomicInteger();
  final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningServer(Limits limits) throws IOException {
    Routes routes = new Routes();
    routes.add(
        "GET",
        "/stream",
        Routes.Access.PUBLIC,
        _ ->
            new Reply.Streaming(
                stream -> {
                  stream.begin("retry: 2000\n\n");
                  channel.add(stream);
                  return () -> {
                    channel.remove(stream);
                    ended.incrementAndGet();
                  };
                }));
    routes.add(
        "GET", "/page/{name}", Routes.Access.PAGE, call -> Reply.text(200, call.part("name")));
    routes.add(
        "POST",
        "/echo",
        Routes.Access.GUEST,
        call -> Reply.text(200, call.address() + " " + call.body()));
    routes.add(
        "GET",
        "/fault",
        Routes.Access.PAGE,
        _ -> {
          throw new IllegalStateException("meant");
        });
    server =
        new WebServer(
            WebServer.Place.loopback(0),
            new WebServer.Doors(
                new HostRule(Set.of()),
                new ClientAddress(List.of(ClientAddress.Cidr.parse("127.0.0.2"))),
                1_000,
                1_000),
            limits,
            routes);
  }

  void frame(String text) {
    channel.send(Slot.FRAME, Block.deflated(text));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  /** A socket that has sent this text, and whose window is small. */
  Socket socket(String text) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8_192);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** What the server answers until it closes. */
  String raw(String text) throws IOException {
    try (Socket socket = socket(text)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
