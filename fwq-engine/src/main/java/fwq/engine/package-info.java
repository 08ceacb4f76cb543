/**
 * The engine: it holds the parks whose partitions Kafka gives it.
 *
 * <p>A move: {@link fwq.engine.Engine}'s one thread polls the topic {@code Visitor} and hands the
 * record to the {@link fwq.engine.ParkRoom} of its partition. {@link fwq.engine.EventReader}
 * decodes it and checks its signature, on every core when there are many; then the room, in the
 * records' order, asks {@code Park.decide}, and has {@link fwq.engine.ParkVoice} send the answer,
 * which {@link fwq.engine.ParkAudit} notes. Once the picture has changed, the room sends a map
 * frame, at most every 50 ms. Once a second {@link fwq.engine.ChangelogWriter} takes down the
 * guests that changed, together with the offset read so far, and has {@link fwq.engine.ParkLog}
 * write them in another thread. Beside all that, {@link fwq.engine.WaitsPoller}'s own thread
 * fetches the waits and leaves the newest where the engine finds them.
 *
 * <p>What the registry says on the same topic, that a guest's sessions are over, takes the same way
 * and counts at the same offset for every owner.
 *
 * <p>A takeover: the group's coordinator misses an owner's heartbeat, and gives the partition to
 * another engine. That reads the notes, and asks the group with what they say whether the park is
 * its; fences the park's writer, so that nothing more can be noted by the owner before; reads what
 * was noted meanwhile, and puts the park back; notes its own, higher epoch; and reads the events on
 * where the notes end. A park is a fold of its records, time included, so it decides again as the
 * owner before did; answers that may have been given are given again, as things are by then ({@link
 * fwq.engine.PendingAnswers}). A note is taken only when all answers before it have arrived, so
 * none is missed. An owner that wakes from a long sleep may say what the records say, in its old
 * epoch, which nobody believes; its next note is refused, and it lets go.
 *
 * <p>It says on {@code Visitor} one thing itself: a record without a value, a second after the last
 * one while anyone is inside. So time passes in a quiet park, and a gap of several seconds in the
 * records means that nobody could be heard.
 */
package fwq.engine;
