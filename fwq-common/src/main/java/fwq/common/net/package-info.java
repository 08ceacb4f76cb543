/**
 * Request and reply over TCP. {@link fwq.common.net.FrameServer} takes a permit, accepts, and gives
 * the connection to a virtual thread, which reads a frame, asks the {@link
 * fwq.common.net.FrameServer.Handler}, writes the reply, and again. {@link
 * fwq.common.net.FrameClient} is the other end.
 *
 * <p>Everything has a bound: connections, bytes in a frame, time for a frame to arrive, time
 * between frames.
 */
package fwq.common.net;
