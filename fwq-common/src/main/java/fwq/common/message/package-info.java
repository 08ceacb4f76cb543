/**
 * All that the programs say to each other, as sealed interfaces of records that validate
 * themselves.
 *
 * <p>Over TCP: {@link fwq.common.message.RegistryRequest} and {@link
 * fwq.common.message.RegistryReply}, {@link fwq.common.message.WaitsRequest} and {@link
 * fwq.common.message.WaitsReply}. Over Kafka: {@link fwq.common.message.Reading} on {@code SD},
 * {@link fwq.common.message.ParkEvent} on {@code Visitor}, {@link fwq.common.message.EngineMessage}
 * on {@code Engine}. And for people who look after the park: {@link fwq.common.message.AuditEntry}.
 * How they look as bytes is known to {@code fwq.common.wire.Json} alone.
 *
 * <p>Pure: imports {@code java.*} and {@code fwq.common.park}.
 */
package fwq.common.message;
