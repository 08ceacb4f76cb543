/**
 * Messages as bytes. {@link fwq.common.wire.Json} is the only class that knows the format of what
 * the programs say, {@link fwq.common.wire.AuditJson} that of what they note for people, and {@link
 * fwq.common.wire.Frames} the length prefix that separates messages on a TCP stream.
 *
 * <p>A request's walk: {@code Frames.read} → {@code Json.readRegistryRequest} → a record → … → a
 * record → {@code Json.write} → {@code Frames.write}. Bytes that are not a message become a {@link
 * fwq.common.wire.BadMessageException} with a sentence, never any other exception.
 */
package fwq.common.wire;
