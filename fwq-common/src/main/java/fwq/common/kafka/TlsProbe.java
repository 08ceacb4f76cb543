package fwq.common.kafka;

import fwq.common.net.HostPort;
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

  private TlsProbe() {}

  /** Says something that is not TLS, and looks whether a TLS alert is the answer. */
  static boolean speaksTls(HostPort broker) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(broker.host(), broker.port()), MILLIS_MAX);
      socket.setSoTimeout(MILLIS_MAX);
      // To Kafka without TLS this is a request of no bytes: it hangs up without a word.
      socket.getOutputStream().write(new byte[5]);
      return socket.getInputStream().read() == ALERT;
    } catch (IOException e) {
      return false;
    }
  }
}
