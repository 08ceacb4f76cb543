package fwq.web.http;

import fwq.web.stream.Sink;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an action answers. */
public sealed interface Reply {
  /**
   * A whole document.
   *
   * @param type its content type
   * @param body a view that nobody moves: read a duplicate
   * @param headers besides length and type, in order; a name may come twice
   */
  record Document(int status, String type, ByteBuffer body, List<Map.Entry<String, String>> headers)
      implements Reply {
    /** The same with one more header. */
    public Document with(String name, String value) {
      List<Map.Entry<String, String>> more = new ArrayList<>(headers);
      more.add(Map.entry(name, value));
      return new Document(status, type, body, List.copyOf(more));
    }

    /** The body's bytes. */
    public byte[] bytes() {
      byte[] bytes = new byte[body.remaining()];
      body.duplicate().get(bytes);
      return bytes;
    }
  }

  /**
   * A stream of events for as long as the browser listens.
   *
   * @param begin sends the first piece; what it gives is run when the stream has ended, however
   */
  record Streaming(Function<Sink, Runnable> begin) implements Reply {}

  /** A whole document. */
  static Document document(int status, String type, byte[] bytes) {
    return new Document(status, type, ByteBuffer.wrap(bytes).asReadOnlyBuffer(), List.of());
  }

  /** JSON that is made afresh each time. */
  static Document json(int status, byte[] json) {
    return document(status, "application/json", json).with("Cache-Control", "no-store");
  }

  /** A text, for whoever asked without a browser's pages. */
  static Document text(int status, String text) {
    return document(status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing but a status. */
  static Document empty(int status) {
    return document(status, "", new byte[0]);
  }
}
