package fwq.kit.frame;

import fwq.kit.json.BadMessageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Frames on a byte stream: a 4-byte big-endian length, then that many bytes. */
public final class Frames {
  /** The most bytes a frame's content can have. */
  public static final int FRAME_BYTES_MAX = 64 * 1024;

  private Frames() {}

  /**
   * Reads one frame.
   *
   * @return its content, or nothing when the stream ends before the first byte of a frame
   * @throws BadMessageException when the length is not 1..65536
   * @throws EOFException when the stream ends inside a frame
   */
  public static Optional<byte[]> read(InputStream in) throws IOException, BadMessageException {
    return read(in, () -> {});
  }

  /**
   * Reads one frame, and says when it begins: from then on it may not take for ever.
   *
   * @param begun called once the first byte is there
   */
  public static Optional<byte[]> read(InputStream in, Runnable begun)
      throws IOException, BadMessageException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    begun.run();
    int length = first << 24 | next(in) << 16 | next(in) << 8 | next(in);
    if (length < 1 || length > FRAME_BYTES_MAX) {
      throw new BadMessageException(
          "a frame has 1 to " + FRAME_BYTES_MAX + " bytes, this one claims " + length);
    }
    // Takes memory for what has come, not for what is claimed.
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw cutShort();
    }
    return Optional.of(content);
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw cutShort();
    }
    return next;
  }

  private static EOFException cutShort() {
    return new EOFException("the connection ended inside a frame");
  }

  /** Writes one frame in a single call, so that it travels in as few packets as can be. */
  public static void write(OutputStream out, byte[] content) throws IOException {
    if (content.length < 1 || content.length > FRAME_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a frame has 1 to " + FRAME_BYTES_MAX + " bytes, got " + content.length);
    }
    out.write(
        ByteBuffer.allocate(Integer.BYTES + content.length)
            .putInt(content.length)
            .put(content)
            .array());
    out.flush();
  }
}
