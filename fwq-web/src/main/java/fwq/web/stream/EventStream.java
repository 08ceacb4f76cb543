package fwq.web.stream;

import java.util.Optional;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One browser's stream. {@link #send} never waits: one write is under way at most, and what comes
 * meanwhile waits in the outbox, where newer replaces older. A write that makes no progress for the
 * connector's idle timeout fails, and so ends the stream.
 */
public final class EventStream implements Sink {
  private final Outbox outbox = new Outbox();
  private final Writer writer;

  /**
   * A stream that has sent nothing yet.
   *
   * @param response with its headers set; this alone writes to it
   * @param done the request's, completed when the stream has ended
   * @param gzip whether the blocks go out compressed
   */
  public EventStream(Response response, Callback done, boolean gzip) {
    this.writer = new Writer(outbox, response, done, gzip);
  }

  @Override
  public void begin(String text) {
    send(Slot.HELLO, Block.first(text));
  }

  @Override
  public void send(Slot slot, Block block) {
    outbox.put(slot, block);
    writer.iterate();
  }

  private static final class Writer extends IteratingCallback {
    private final Outbox outbox;
    private final Response response;
    private final Callback done;
    private final boolean gzip;
    private boolean last;

    Writer(Outbox outbox, Response response, Callback done, boolean gzip) {
      this.outbox = outbox;
      this.response = response;
      this.done = done;
      this.gzip = gzip;
    }

    @Override
    protected Action process() {
      if (last) {
        return Action.SUCCEEDED;
      }
      Optional<Outbox.Next> next = outbox.take();
      if (next.isEmpty()) {
        return Action.IDLE;
      }
      last = next.get().last();
      response.write(last, next.get().block().bytes(gzip), this);
      return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
      done.succeeded();
    }

    /** Jetty forgets the connection only when the request's own callback fails, too. */
    @Override
    protected void onCompleteFailure(Throwable cause) {
      done.failed(cause);
    }
  }
}
