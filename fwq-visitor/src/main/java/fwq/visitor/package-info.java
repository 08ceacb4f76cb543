/**
 * The guest's program. {@link fwq.visitor.VisitorMain} runs the terminal client, or guests that
 * walk by themselves ({@code fwq.visitor.crowd}).
 *
 * <p>One move: {@code Walker} or a key says a direction; {@link fwq.visitor.Visit} turns it into an
 * event; {@link fwq.visitor.ParkLink} signs it and puts it on the topic {@code Visitor}. Back on
 * the topic {@code Engine} come map frames and answers: the link's {@code EngineFeed} reads each
 * once and hands it to the listeners, who tell the Visit. Accounts are {@link
 * fwq.visitor.RegistryClient}'s, over TCP.
 *
 * <p>Visit and {@code fwq.visitor.walk} are pure: time and chance are arguments, and they import
 * nothing but {@code java.*}, {@code fwq.common.park} and {@code fwq.common.message}.
 */
package fwq.visitor;
