package fwq.kit.frame;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.tls.ServerTls;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers connections, from the handshake to the last request.
 *
 * @param tls what the server shows of itself; nothing to speak without TLS
 * @param failed counts those that did not come to speak TLS
 * @param closed whether the server is
 */
record Answering(
    FrameServer.Handler handler,
    Optional<ServerTls> tls,
    TurnedAway failed,
    Places places,
    BooleanSupplier closed) {
  private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);

  /** All that one peer asks. */
  void all(Connection connection) throws IOException {
    try {
      if (tls.isPresent() && !secure(connection)) {
        return;
      }
      FrameServer.Handler its = handler.forConnection(connection.key());
      for (boolean first = true; !closed.getAsBoolean(); first = false) {
        Optional<byte[]> request = connection.request(its.knowsPeer(), first);
        if (request.isEmpty()) {
          return;
        }
        connection.reply(its.reply(request.get(), connection.peer()));
      }
    } catch (BadMessageException e) {
      LOG.debug("bad request from {}: {}", connection.peer(), e.getMessage());
      connection.refuse(ErrorReply.of(ErrorCode.BAD_REQUEST, e.getMessage()));
    } catch (Connection.CrowdedException e) {
      places.turnAway(connection.peer(), e.getMessage());
      connection.refuse(ErrorReply.of(ErrorCode.UNAVAILABLE, e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("a request from {} could not be answered", connection.peer(), e);
      connection.refuse(ErrorReply.of(ErrorCode.UNAVAILABLE, "this could not be done just now"));
    }
  }

  /** Whatever goes wrong here is the peer's fault or absence, and never worth a stack trace. */
  private boolean secure(Connection connection) throws IOException, BadMessageException {
    try {
      return connection.secure(tls.orElseThrow(), handler);
    } catch (IOException | BadMessageException e) {
      if (!closed.getAsBoolean()) {
        failed.add(connection.peer(), e.getMessage());
      }
      throw e;
    } catch (RuntimeException e) {
      failed.add(connection.peer(), e.getMessage());
      throw new IOException(e.getMessage(), e);
    }
  }
}
