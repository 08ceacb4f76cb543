package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import fwq.kit.text.Escape;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * Where a broker sends its clients. One that answers, but sends them to an address that nobody
 * reaches from here, looks to Kafka's client like one that is away.
 */
final class AdvertisedAddress {
  private static final int MILLIS_MAX = 500;
  private static final int HOST_CHARS_SHOWN = 100;

  /**
   * Asks for the cluster's brokers: 14 bytes, of the kind Metadata, in its second form, numbered 0,
   * by a client without a name, about no topic.
   */
  private static final byte[] QUESTION = {0, 0, 0, 14, 0, 3, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0};

  private AdvertisedAddress() {}

  /**
   * Asks a broker without TLS and users where it sends its clients, and looks whether that can be
   * reached.
   *
   * @return a sentence, if it cannot; nothing where the broker does not answer either
   */
  static Optional<String> unreachable(HostPort broker) {
    try (Socket socket = connect(broker.host(), broker.port())) {
      socket.setSoTimeout(MILLIS_MAX);
      socket.getOutputStream().write(QUESTION);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      // Length and number of the answer, and how many brokers there are: the first will do.
      in.skipNBytes(2 * Integer.BYTES);
      if (in.readInt() < 1) {
        return Optional.empty();
      }
      int _ = in.readInt();
      String host = in.readUTF();
      int port = in.readInt();
      return isReachable(host, port) ? Optional.empty() : Optional.of(sentence(broker, host, port));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isReachable(String host, int port) {
    try (Socket socket = connect(host, port)) {
      return socket.isConnected();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Socket connect(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), MILLIS_MAX);
      return socket;
    } catch (IOException | IllegalArgumentException e) {
      socket.close();
      throw e;
    }
  }

  private static String sentence(HostPort broker, String host, int port) {
    return "the broker at "
        + broker
        + " answers, but sends its clients to "
        + Escape.of(host, HOST_CHARS_SHOWN)
        + ":"
        + port
        + ", which cannot be reached from here: have its operator advertise an address that can,"
        + " such as fwq broker --advertise "
        + broker.host()
        + ", or advertised.listeners of another Kafka";
  }
}
