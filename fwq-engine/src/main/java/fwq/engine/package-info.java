/**
 * The engine: it holds the parks whose partitions Kafka gives it.
 *
 * <p>A move: {@link fwq.engine.Engine}'s one thread polls the topic {@code Visitor} and hands the
 * record to the {@link fwq.engine.ParkRoom} of its partition, which decodes it, checks its
 * signature, asks {@code Park.apply}, and sends the answer. Once the picture has changed, the room
 * sends a map frame, at most every 50 ms. Once a second {@link fwq.engine.ParkLog} notes the guests
 * that changed, together with the offset read so far. Beside all that, {@link
 * fwq.engine.WaitsPoller}'s own thread fetches the waits and leaves the newest where the engine
 * finds them.
 */
package fwq.engine;
