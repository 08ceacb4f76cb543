/**
 * Streams of server-sent events to any number of browsers. A frame's way: {@code Block} (encoded
 * and compressed once) → {@code Channel} (all streams of one audience) → {@code EventStream} →
 * {@code Outbox} (newest only) → the browser's socket. Knows Jetty, and nothing of a park.
 */
package fwq.web.stream;
