/**
 * The registry: who the park's guests are. It keeps accounts, checks passwords and hands out
 * tickets.
 *
 * <p>A login's walk: {@code FrameServer} reads a frame → {@link fwq.registry.RegistryHandler}
 * decodes it → {@link fwq.registry.RateLimit} says whether its address may try now → {@link
 * fwq.registry.LoginThrottle} says whether this username may be tried → {@link
 * fwq.registry.Accounts} finds the account → {@link fwq.registry.Passwords} compares, on one of its
 * few threads or not at all when too many wait → {@code Accounts} notes the new session, and a new
 * hash where the old one is cheaper than today's → {@link fwq.registry.Tickets} signs the ticket
 * and derives the session key → {@link fwq.registry.RegistryAudit} notes the login → the reply's
 * frame.
 *
 * <p>A logout, or a new password: {@code Accounts} ends the sessions and notes, in the same
 * transaction, in the {@link fwq.registry.Revocations} that the parks are to be told; {@link
 * fwq.registry.RevocationSender} tells them over Kafka, on a thread of its own, and strikes the
 * note out when the broker has it. No guest waits for Kafka.
 *
 * <p>Before any of this the connection has come to speak TLS with the registry's {@link
 * fwq.kit.tls.Identity}: a key that is made once, and a certificate for a year.
 *
 * <p>The owners of what changes: {@code Accounts} guards its connections (one writes, the {@code
 * SqlReaders} read), which {@code LoginThrottle} shares, and {@code RateLimit} itself; everything
 * else is immutable. No lock is held while a password is hashed. {@link fwq.registry.PasswordHash}
 * is pure, and so is {@link fwq.registry.ProfileRules} but for the lists that it reads once.
 *
 * <p>Imports nothing of the other programs, only {@code fwq.common}. Passwords, tickets and keys
 * travel as {@code Secret}, so that no log line or exception can show one.
 */
package fwq.registry;
