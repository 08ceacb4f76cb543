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
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    return Optional.of(content(in, length(in, first, FRAME_BYTES_MAX)));
  }

  /**
   * Reads the rest of a frame's length.
   *
   * @param first its first byte
   * @param bytesMax the most that this peer's frames may have
   */
  static int length(InputStream in, int first, int bytesMax)
      throws IOException, BadMessageException {
    byte[] rest = in.readNBytes(Integer.BYTES - 1);
    if (rest.length < Integer.BYTES - 1) {
      throw cutShort();
    }
    int length = first << 24 | (rest[0] & 0xff) << 16 | (rest[1] & 0xff) << 8 | (rest[2] & 0xff);
    if (length < 1 || length > bytesMax) {
      throw new BadMessageException(
          "a frame has 1 to " + bytesMax + " bytes, this one claims " + length);
    }
    return length;
  }

  /** Reads a frame's content; takes memory for what has come, not for what is claimed. */
  static byte[] content(InputStream in, int length) throws IOException {
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw cutShort();
    }
    return content;
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
