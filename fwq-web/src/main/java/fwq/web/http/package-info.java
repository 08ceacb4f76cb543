/**
 * An HTTP server that knows no park. A request's way: {@code WebServer} (port, TLS, limits) →
 * {@code Site} (host, path, address, same site, size) → {@code Routes} → an {@code Action} → {@code
 * Reply} → {@code Answers}. {@code Call} and {@code Reply} are plain values, so actions are tested
 * without a server.
 */
package fwq.web.http;
