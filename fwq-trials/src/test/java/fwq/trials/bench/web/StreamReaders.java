package fwq.trials.bench.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many browsers' worth of streams, all read by one thread, which looks for each frame's time: its
 * age when it arrives. Both ends are on this machine and have one clock.
 */
final class StreamReaders implements AutoCloseable {
  private static final byte[] AT = "data: {\"at\":".getBytes(StandardCharsets.US_ASCII);
  private static final int AT_DIGITS = 13;
  private static final int WINDOW_BYTES = 8_192;

  /** What is asked for. */
  static final String PATH = "/v1/parks/0/stream";

  private static final byte[] ASK =
      ("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final List<Long> ages = new ArrayList<>();
  private long bytes;

  StreamReaders() throws IOException {}

  /** Opens so many more. */
  void open(int port, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(ByteBuffer.wrap(ASK));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      channels.add(channel);
      if (i % 100 == 0) {
        read(0);
      }
    }
  }

  /** One that asks and then reads nothing, with a small window, as a phone on a bad line. */
  void openStopped(int port) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, WINDOW_BYTES);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(ByteBuffer.wrap(ASK));
    channels.add(channel);
  }

  /** Reads for so long. */
  void read(long millis) throws IOException {
    long end = System.currentTimeMillis() + millis;
    do {
      selector.select(
          key -> take((SocketChannel) key.channel(), key),
          Math.max(1, end - System.currentTimeMillis()));
    } while (System.currentTimeMillis() < end);
  }

  private void take(SocketChannel channel, SelectionKey key) {
    try {
      buffer.clear();
      int count = channel.read(buffer);
      if (count < 0) {
        key.cancel();
        return;
      }
      bytes += count;
      look(buffer.flip());
    } catch (IOException e) {
      key.cancel();
    }
  }

  /** A frame that is split between two reads is not looked at; there are others. */
  private void look(ByteBuffer text) {
    long now = System.currentTimeMillis();
    for (int i = 0; i + AT.length + AT_DIGITS < text.limit(); i++) {
      if (text.get(i) == AT[0] && matches(text, i)) {
        long at = 0;
        for (int digit = 0; digit < AT_DIGITS; digit++) {
          at = 10 * at + text.get(i + AT.length + digit) - '0';
        }
        ages.add(now - at);
        i += AT.length + AT_DIGITS;
      }
    }
  }

  private static boolean matches(ByteBuffer text, int from) {
    for (int i = 0; i < AT.length; i++) {
      if (text.get(from + i) != AT[i]) {
        return false;
      }
    }
    return true;
  }

  /** Forgets what was read. */
  void reset() {
    ages.clear();
    bytes = 0;
  }

  /** Frames whose age was seen. */
  int frames() {
    return ages.size();
  }

  long bytes() {
    return bytes;
  }

  /** Streams that the server has not ended. */
  int alive() {
    return (int) selector.keys().stream().filter(SelectionKey::isValid).count();
  }

  /** The age that so many of a hundred do not exceed, in milliseconds. */
  double age(double percent) {
    List<Long> sorted = ages.stream().sorted().toList();
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
