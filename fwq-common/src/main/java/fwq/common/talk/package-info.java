/**
 * What conversations share. Each conversation has a room below this package: its records, the codec
 * that alone knows their bytes, its topics, and in the tests its golden vectors.
 *
 * <p>A request's walk: {@link fwq.kit.frame.Frames} → the room's codec → a record → … → a record →
 * the codec → frames. A record on Kafka goes the same way, without frames.
 */
package fwq.common.talk;
