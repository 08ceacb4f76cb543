/**
 * The guest's program. {@link fwq.visitor.VisitorMain} runs the terminal client, or guests that
 * walk by themselves ({@code fwq.visitor.crowd}).
 *
 * <p>One move: {@code Walker} or a key says a direction; {@link fwq.guest.Visit} turns it into an
 * event; {@link fwq.guest.ParkLink} signs it and puts it on the topic {@code Visitor}. Back on the
 * topic {@code Engine} come map frames and answers: the link's {@code EngineFeed} reads each once
 * and hands it to the listeners, who tell the Visit. Accounts are {@link
 * fwq.guest.RegistryClient}'s, over TCP.
 */
package fwq.visitor;
