package fwq.kit.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A TCP socket whose input has a deadline for all that is read, however slowly its bytes come. TLS
 * is laid over it, so that the deadline holds for handshakes and records as well.
 */
public final class TimedSocket extends Socket {
  private static final int NOTHING_YET = -1;

  private long deadlineNanos;
  private int firstByte = NOTHING_YET;

  /** Accepts sockets of this kind. */
  public static final class Listener extends ServerSocket {
    public Listener() throws IOException {}

    @Override
    public TimedSocket accept() throws IOException {
      TimedSocket socket = new TimedSocket();
      implAccept(socket);
      return socket;
    }
  }

  /** From now on there is this much time, until the next call. */
  public void allow(Duration time) {
    deadlineNanos = System.nanoTime() + time.toNanos();
  }

  /** Whether what came in begins like a frame, and so like nothing that TLS says. */
  public boolean heardFrame() {
    return firstByte == 0;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new TimedInput(super.getInputStream());
  }

  private void hear(int next) {
    if (firstByte == NOTHING_YET) {
      firstByte = next & 0xff;
    }
  }

  private void arm() throws IOException {
    long nanos = deadlineNanos - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("too slow");
    }
    // Rounded up, because a timeout of 0 would mean for ever.
    setSoTimeout((int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000 + 1));
  }

  /** What comes in, until the deadline. */
  private final class TimedInput extends InputStream {
    private final InputStream in;

    TimedInput(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      arm();
      int next = in.read();
      if (next >= 0) {
        hear(next);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      arm();
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        hear(bytes[offset]);
      }
      return count;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }
  }
}
