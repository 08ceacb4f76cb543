package fwq.web.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chrome's DevTools protocol over one web socket: a command has one answer, events come by
 * themselves.
 */
final class DevTools implements AutoCloseable {
  static final JsonMapper MAPPER = new JsonMapper();
  private static final long ANSWER_SECONDS = 30;

  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
  private final WebSocket socket;

  DevTools(URI address) {
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /** Hears the events of a session. */
  void listen(String session, BiConsumer<String, JsonNode> listener) {
    listeners.put(session, listener);
  }

  /** Gives a command to the browser itself. */
  JsonNode command(String method, Map<String, Object> parameters) {
    return send(Map.of("method", method, "params", parameters));
  }

  /** Gives a command to one tab. */
  JsonNode command(String session, String method, Map<String, Object> parameters) {
    return send(Map.of("method", method, "params", parameters, "sessionId", session));
  }

  private JsonNode send(Map<String, Object> command) {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(number, answer);
    Map<String, Object> numbered = new java.util.HashMap<>(command);
    numbered.put("id", number);
    String text = MAPPER.writeValueAsString(numbered);
    synchronized (this) {
      socket.sendText(text, true).join();
    }
    try {
      JsonNode reply = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (reply.has("error")) {
        throw new IllegalStateException(command.get("method") + ": " + reply.get("error"));
      }
      return reply.get("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no answer to " + command.get("method"), e);
    }
  }

  private void heard(String text) {
    JsonNode message = MAPPER.readTree(text);
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.remove(message.get("id").intValue());
      if (answer != null) {
        answer.complete(message);
      }
    } else if (message.has("sessionId")) {
      BiConsumer<String, JsonNode> listener = listeners.get(message.get("sessionId").stringValue());
      if (listener != null) {
        listener.accept(message.get("method").stringValue(), message.get("params"));
      }
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      IOException closed = new IOException("the browser is gone", error);
      waiting.values().forEach(answer -> answer.completeExceptionally(closed));
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
