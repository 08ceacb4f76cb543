package fwq.waitingtime.truth;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The two tapes of a saved state: bytes that begin with a mark, a version and whose state it is.
 * Numbers are 8 bytes each, big-endian; a text is its length and its UTF-8.
 */
final class SavedState {
  private static final int MARK = 0x46575157;
  private static final int VERSION = 1;
  private static final int TEXT_BYTES_MAX = 1_000;

  private SavedState() {}

  /** Saves. */
  static final class Writer implements Tape {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    Writer(String whose) {
      bytes.putInt(MARK).putInt(VERSION);
      text(whose);
    }

    @Override
    public double number(double current) {
      room(Double.BYTES).putDouble(current);
      return current;
    }

    @Override
    public long whole(long current) {
      room(Long.BYTES).putLong(current);
      return current;
    }

    @Override
    public String text(String current) {
      byte[] utf8 = current.getBytes(StandardCharsets.UTF_8);
      whole(utf8.length);
      room(utf8.length).put(utf8);
      return current;
    }

    private ByteBuffer room(int more) {
      if (bytes.remaining() < more) {
        bytes =
            ByteBuffer.allocate(2 * bytes.capacity() + more)
                .put(bytes.array(), 0, bytes.position());
      }
      return bytes;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }

  /** Loads. */
  static final class Reader implements Tape {
    private final ByteBuffer bytes;

    Reader(String whose, byte[] saved) {
      bytes = ByteBuffer.wrap(saved);
      if (saved.length < 2 * Integer.BYTES || bytes.getInt() != MARK) {
        throw new IllegalArgumentException("this is no saved state of waits");
      }
      int version = bytes.getInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "a saved state of version " + version + "; this program knows version " + VERSION);
      }
      String its = text("");
      if (!its.equals(whose)) {
        throw new IllegalArgumentException(
            "a saved state of the method '" + its + "', not of '" + whose + "'");
      }
    }

    @Override
    public double number(double current) {
      return whole(ByteBuffer::getDouble);
    }

    @Override
    public long whole(long current) {
      return whole(ByteBuffer::getLong);
    }

    @Override
    public String text(String current) {
      byte[] utf8 = new byte[count(0, TEXT_BYTES_MAX)];
      whole(its -> its.get(utf8));
      return new String(utf8, StandardCharsets.UTF_8);
    }

    private <T> T whole(java.util.function.Function<ByteBuffer, T> part) {
      try {
        return part.apply(bytes);
      } catch (BufferUnderflowException e) {
        throw new IllegalArgumentException("a saved state that is cut off", e);
      }
    }

    void end() {
      if (bytes.hasRemaining()) {
        throw new IllegalArgumentException(
            "a saved state with " + bytes.remaining() + " bytes too many");
      }
    }
  }
}
