package fwq.web.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static final String FRAME =
      "data: {\"rides\":[" + "{\"wait\":25,\"name\":\"Carousel\"},".repeat(100) + "]}\n\n";

  @Test
  void sharedAndOwnBlocksMakeOneGzipStream() throws IOException {
    List<Block> blocks =
        List.of(
            Block.first("retry: 2000\n\n"),
            Block.deflated(FRAME),
            Block.stored("event: me\ndata: {}\n\n"),
            Block.deflated(FRAME),
            Block.stored(":\n\n"));
    assertEquals(
        "retry: 2000\n\n" + FRAME + "event: me\ndata: {}\n\n" + FRAME + ":\n\n", gunzip(blocks));
  }

  @Test
  void browserMayJoinAtAnyBlockThatOthersGetToo() throws IOException {
    Block shared = Block.deflated(FRAME);
    assertEquals("a" + FRAME, gunzip(List.of(Block.first("a"), shared)));
    assertEquals("b" + FRAME, gunzip(List.of(Block.first("b"), shared)));
  }

  @Test
  void frameShrinksToLessThanHalf() {
    Block block = Block.deflated(FRAME);
    assertTrue(block.bytes(true).remaining() * 2 < block.bytes(false).remaining());
  }

  @Test
  void plainBytesAreTheTextItself() {
    assertEquals("ñ\n", text(Block.deflated("ñ\n").bytes(false)));
    assertEquals("ñ\n", text(Block.stored("ñ\n").bytes(false)));
  }

  @Test
  void storedBlockThatIsTooLongIsRefused() {
    Block.stored("x".repeat(65_535));
    assertThrows(IllegalArgumentException.class, () -> Block.stored("x".repeat(65_536)));
  }

  /** As far as it goes: the stream has no trailer. */
  private static String gunzip(List<Block> blocks) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int length = 0;
    for (Block block : blocks) {
      ByteBuffer bytes = block.bytes(true);
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      all.writeBytes(copy);
      length += block.bytes(false).remaining();
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(all.toByteArray()))) {
      return new String(gzip.readNBytes(length), StandardCharsets.UTF_8);
    }
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
