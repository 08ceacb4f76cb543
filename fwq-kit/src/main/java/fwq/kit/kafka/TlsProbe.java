package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Finds out whether a broker that does not answer us speaks TLS. Kafka's client cannot tell: what
 * such a broker says looks to it like the beginning of a very long answer.
 */
final class TlsProbe {
  private static final int MILLIS_MAX = 500;

  /** The first byte of a TLS record that says what is wrong. */
  private static final int ALERT = 21;

  /**
   * Asks which requests are understood: 10 bytes, of the kind ApiVersions, in its oldest form,
   * numbered 0, by a client without a name. Kafka without TLS answers it and writes nothing of it
   * in its log; to Kafka with TLS it is nonsense.
   */
  private static final byte[] QUESTION = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, -1, -1};

  private TlsProbe() {}

  /** Says something that is not TLS, and looks whether a TLS alert is the answer. */
  static boolean speaksTls(HostPort broker) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(broker.host(), broker.port()), MILLIS_MAX);
      socket.setSoTimeout(MILLIS_MAX);
      socket.getOutputStream().write(QUESTION);
      return socket.getInputStream().read() == ALERT;
    } catch (IOException e) {
      return false;
    }
  }

  /** What to tell where a broker speaks TLS and its operator's properties do not say so. */
  static String sentence(HostPort broker) {
    return "the broker at "
        + broker
        + " speaks TLS and we do not: give --kafka-config the file of a user, such as the broker's"
        + " sensor.properties for a sensor";
  }
}
