package fwq.kit.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port of this machine for a server that is to be started with one. */
public final class FreePort {
  private FreePort() {}

  /** A port that nobody listens on at this moment; somebody else may be faster. */
  public static int find() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
