package fwq.web.http;

import java.time.Duration;

/**
 * What one web process serves at most.
 *
 * @param streams open at once
 * @param streamsPerAddress open at once from one address; a whole park's WiFi may be one
 * @param connections open at once, streams and others
 * @param callsAtOnce requests that may wait for the registry at once
 * @param bodyBytes of one request
 * @param headerBytes of one request
 * @param sendBufferBytes that a socket takes before the browser has read any: with the system's
 *     default, one that stops reading swallows minutes of maps before anybody notices
 * @param idle without a byte in or out, a connection is closed
 */
public record Limits(
    int streams,
    int streamsPerAddress,
    int connections,
    int callsAtOnce,
    int bodyBytes,
    int headerBytes,
    int sendBufferBytes,
    Duration idle) {
  /** The usual ones. */
  public static final Limits DEFAULT =
      new Limits(
          12_000, 1_000, 16_000, 256, 16 * 1024, 8 * 1024, 32 * 1024, Duration.ofSeconds(30));

  /** Open at once from one address: a stream each, and as many for pages and requests. */
  public int connectionsPerAddress() {
    return 2 * streamsPerAddress;
  }

  /** The same with another number of streams for each address. */
  public Limits withStreamsPerAddress(int number) {
    return new Limits(
        streams, number, connections, callsAtOnce, bodyBytes, headerBytes, sendBufferBytes, idle);
  }

  /** The same with another idle timeout. */
  public Limits withIdle(Duration time) {
    return new Limits(
        streams,
        streamsPerAddress,
        connections,
        callsAtOnce,
        bodyBytes,
        headerBytes,
        sendBufferBytes,
        time);
  }
}
