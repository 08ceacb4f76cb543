package fwq.common.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket's input with a deadline for all that is read, however slowly its bytes come. */
final class TimedInput extends InputStream {
  private final Socket socket;
  private final InputStream in;
  private long deadlineNanos;

  TimedInput(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** From now on there is this much time, until the next call. */
  void allow(Duration time) {
    deadlineNanos = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    arm();
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    arm();
    return in.read(bytes, offset, length);
  }

  private void arm() throws IOException {
    long nanos = deadlineNanos - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("too slow");
    }
    // Rounded up, because a timeout of 0 would mean for ever.
    socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000 + 1));
  }
}
