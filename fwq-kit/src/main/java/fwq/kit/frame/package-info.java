/**
 * Request and reply over TCP. {@link fwq.kit.frame.FrameServer} takes a permit, accepts, and gives
 * the connection to a virtual thread, which reads a frame, asks the {@link
 * fwq.kit.frame.FrameServer.Handler}, writes the reply, and again. {@link
 * fwq.kit.frame.FrameClient} is the other end.
 *
 * <p>With TLS (1.3, nothing older): the server is given a {@link fwq.kit.tls.ServerTls}, shakes
 * hands on the connection's own thread, and answers who speaks without TLS in a frame that says so.
 * The client is given a {@link fwq.kit.tls.Trust}: once the handshake has proved the server's key,
 * its {@link fwq.kit.tls.KeyPin} is compared with what {@link fwq.kit.tls.KnownHosts} has, before a
 * byte is sent.
 *
 * <p>Everything has a bound: connections, bytes in a frame, time for a handshake and for a frame to
 * arrive, time between frames, sessions that may be resumed.
 */
package fwq.kit.frame;
