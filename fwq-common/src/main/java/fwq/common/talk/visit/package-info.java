/**
 * Guests and the engine, over Kafka. A guest's {@link fwq.common.talk.visit.VisitorEvent}, or the
 * registry's {@link fwq.common.talk.visit.Ended}, goes to the topic {@code Visitor}; the engine's
 * {@link fwq.common.talk.visit.EngineMessage} comes back on {@code Engine}: frames for everybody,
 * answers for one guest.
 */
package fwq.common.talk.visit;
