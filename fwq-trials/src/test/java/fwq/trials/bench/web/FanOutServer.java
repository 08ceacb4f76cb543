package fwq.trials.bench.web;

import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import fwq.web.stream.Block;
import fwq.web.stream.Channel;
import fwq.web.stream.Slot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One frame after the other, as fast as they go, to all who ask: by the web process's own server
 * and streams, or by a bare loop. Serves on the port of its first argument until its input ends.
 */
public final class FanOutServer {
  /** Cells of a frame, each with its guests: 3 KB in all. */
  private static final int CELLS = 400;

  private FanOutServer() {}

  /** Serves; the second argument is {@code web} or {@code bare}. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    if (args[1].equals("web")) {
      web(port);
    } else {
      bare(port);
    }
    while (System.in.read() >= 0) {
      // Until it ends.
    }
  }

  /** The text of a frame, always of one length. */
  static String frame(long number) {
    String cells = "[%d,3],".formatted(100 + number % 100).repeat(CELLS);
    return "id: 1-%d\nevent: frame\ndata: {\"cells\":[%s[0,0]]}\n\n"
        .formatted(1_000_000 + number % 1_000_000, cells);
  }

  private static void web(int port) throws IOException {
    Channel channel = new Channel();
    Routes routes = new Routes();
    routes.add(
        "GET",
        StreamReaders.PATH,
        Routes.Access.PUBLIC,
        _ ->
            new Reply.Streaming(
                stream -> {
                  stream.begin("retry: 2000\n\n");
                  channel.add(stream);
                  return () -> channel.remove(stream);
                }));
    var _ =
        new WebServer(
            WebServer.Place.loopback(port),
            new WebServer.Doors(
                new HostRule(Set.of()), new ClientAddress(List.of()), 100_000, 100_000),
            Limits.DEFAULT.withStreamsPerAddress(12_000),
            routes);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              for (long number = 0; ; number++) {
                channel.send(Slot.FRAME, Block.deflated(frame(number)));
              }
            });
  }

  private static void bare(int port) throws IOException {
    List<SocketChannel> sockets = new CopyOnWriteArrayList<>();
    ServerSocketChannel server =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
    Thread.ofPlatform().daemon().start(() -> accept(server, sockets));
    Thread.ofPlatform().daemon().start(() -> write(sockets));
  }

  private static void accept(ServerSocketChannel server, List<SocketChannel> sockets) {
    try {
      while (true) {
        SocketChannel socket = server.accept();
        socket.setOption(StandardSocketOptions.SO_SNDBUF, Limits.DEFAULT.sendBufferBytes());
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.configureBlocking(false);
        sockets.add(socket);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a socket does not take now it does not get: the next frame is newer. */
  private static void write(List<SocketChannel> sockets) {
    for (long number = 0; ; number++) {
      ByteBuffer frame = ByteBuffer.allocateDirect(frame(number).length());
      frame.put(frame(number).getBytes(StandardCharsets.US_ASCII)).flip();
      sockets.removeIf(socket -> !write(socket, frame.duplicate()));
    }
  }

  private static boolean write(SocketChannel socket, ByteBuffer frame) {
    try {
      return socket.write(frame) >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
