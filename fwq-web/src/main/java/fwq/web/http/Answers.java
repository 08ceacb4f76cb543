package fwq.web.http;

import fwq.web.http.Reply.Document;
import fwq.web.http.Reply.Streaming;
import fwq.web.stream.EventStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends replies: documents with ETag and gzip, streams with a seat of their own. */
final class Answers {
  private static final long SEAT_SECONDS = 10;
  private static final String EVENTS = "text/event-stream";

  private final Seats seats;
  private final boolean strictTransport;

  /** Where a reply goes. */
  record Target(Request request, Response response, Callback callback) {}

  /**
   * Answers for one server.
   *
   * @param strictTransport whether browsers are told to come back over TLS alone
   */
  Answers(Seats seats, boolean strictTransport) {
    this.seats = seats;
    this.strictTransport = strictTransport;
  }

  /** A problem as a document. */
  static Document problem(Problem problem) {
    Document document = Reply.json(problem.status(), Json.problem(problem));
    return problem.retryAfterSeconds().isPresent()
        ? document.with("Retry-After", String.valueOf(problem.retryAfterSeconds().getAsLong()))
        : document;
  }

  void send(Reply reply, RequestFacts facts, Target target) {
    switch (reply) {
      case Document document -> document(document, facts, target);
      case Streaming streaming -> stream(streaming, facts, target);
    }
  }

  private void document(Document document, RequestFacts facts, Target target) {
    HttpFields.Mutable headers = headers(target.response(), document.type(), facts);
    for (Map.Entry<String, String> header : document.headers()) {
      headers.add(header.getKey(), header.getValue());
    }
    byte[] bytes = document.bytes();
    boolean kept = document.status() == 200 && !headers.contains("Cache-Control", "no-store");
    if (kept) {
      String tag = "W/\"" + Pages.digest(bytes).substring(0, 16) + '"';
      headers.put("ETag", tag);
      if (facts.header("If-None-Match").filter(known -> known.contains(tag)).isPresent()) {
        target.response().setStatus(304);
        target.callback().succeeded();
        return;
      }
    }
    target.response().setStatus(document.status());
    if (bytes.length == 0) {
      target.callback().succeeded();
      return;
    }
    headers.put("Content-Type", document.type());
    if (Compression.pays(document.type(), bytes.length)) {
      headers.add("Vary", "Accept-Encoding");
      if (Compression.accepted(facts.header("Accept-Encoding").orElse(null))) {
        headers.put("Content-Encoding", "gzip");
        bytes = Compression.gzip(bytes);
      }
    }
    headers.put("Content-Length", bytes.length);
    target.response().write(true, ByteBuffer.wrap(bytes), target.callback());
  }

  private void stream(Streaming streaming, RequestFacts facts, Target target) {
    if (!seats.take(facts.address())) {
      Problem full =
          Problem.later(503, "BUSY", "too many streams are open; try again", SEAT_SECONDS);
      document(problem(full), facts, target);
      return;
    }
    boolean gzip = Compression.accepted(facts.header("Accept-Encoding").orElse(null));
    HttpFields.Mutable headers = headers(target.response(), EVENTS, facts);
    headers.put("Content-Type", EVENTS);
    headers.put("Cache-Control", "no-store");
    // A proxy that collects a page before it passes it on would never pass this one on.
    headers.put("X-Accel-Buffering", "no");
    headers.put("Vary", "Accept-Encoding");
    if (gzip) {
      headers.put("Content-Encoding", "gzip");
    }
    AtomicReference<Runnable> ended = new AtomicReference<>();
    Callback done =
        Callback.from(
            target.callback(),
            () -> {
              seats.leave(facts.address());
              Optional.ofNullable(ended.getAndSet(() -> {})).ifPresent(Runnable::run);
            });
    EventStream stream = new EventStream(target.response(), done, gzip);
    Runnable end = streaming.begin().apply(stream);
    if (!ended.compareAndSet(null, end)) {
      // It ended while it began.
      end.run();
    }
  }

  private HttpFields.Mutable headers(Response response, String type, RequestFacts facts) {
    HttpFields.Mutable headers = response.getHeaders();
    Guards.of(type).forEach(headers::put);
    if (strictTransport && facts.secure()) {
      headers.put("Strict-Transport-Security", Guards.STRICT_TRANSPORT);
    }
    return headers;
  }
}
