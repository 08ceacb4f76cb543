package fwq.kit.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.BadMessageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FramesTest {
  private static final byte[] CONTENT = {'[', '0', ',', '5', ']'};

  @Test
  void frameIsItsLengthAndItsContent() throws IOException {
    assertArrayEquals(new byte[] {0, 0, 0, 5, '[', '0', ',', '5', ']'}, framed(CONTENT));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Frames.FRAME_BYTES_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void badLengthIsRefused(int length) {
    byte[] bytes = ByteBuffer.allocate(4 + 5).putInt(length).put(CONTENT).array();
    assertThrows(BadMessageException.class, () -> Frames.read(new ByteArrayInputStream(bytes)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 65_535, Frames.FRAME_BYTES_MAX})
  void everyLengthUpToTheLimitComesBack(int length) throws IOException, BadMessageException {
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) -1);
    InputStream in = new ByteArrayInputStream(framed(content));
    assertArrayEquals(content, Frames.read(in).orElseThrow());
    assertTrue(Frames.read(in).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Frames.FRAME_BYTES_MAX + 1})
  void contentThatNobodyWouldReadIsNotWritten(int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThrows(IllegalArgumentException.class, () -> Frames.write(out, new byte[length]));
    assertEquals(0, out.size());
  }

  @Test
  void frameThatComesByteAtATimeIsOneFrame() throws IOException, BadMessageException {
    assertArrayEquals(CONTENT, Frames.read(new Trickle(framed(CONTENT))).orElseThrow());
  }

  @Test
  void tenFramesInOneBufferAreTen() throws IOException, BadMessageException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 10; i++) {
      Frames.write(out, new byte[] {(byte) i, 1});
    }
    InputStream in = new ByteArrayInputStream(out.toByteArray());
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(new byte[] {(byte) i, 1}, Frames.read(in).orElseThrow());
    }
    assertTrue(Frames.read(in).isEmpty());
  }

  @Test
  void endOfTheStreamIsNothingBetweenFramesAndAnErrorInsideOne() throws Exception {
    byte[] bytes = framed(CONTENT);
    assertTrue(Frames.read(new ByteArrayInputStream(new byte[0])).isEmpty());
    for (int length = 1; length < bytes.length; length++) {
      InputStream in = new ByteArrayInputStream(bytes, 0, length);
      assertThrows(EOFException.class, () -> Frames.read(in), "after " + length + " bytes");
    }
  }

  private static byte[] framed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.write(out, content);
    return out.toByteArray();
  }

  /** Gives one byte to each read, as a slow network does. */
  private static final class Trickle extends ByteArrayInputStream {
    Trickle(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(1, length));
    }
  }
}
