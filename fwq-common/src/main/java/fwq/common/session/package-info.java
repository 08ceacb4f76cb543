/**
 * Proof of who speaks. Registry and engine share a {@link fwq.common.session.SharedSecret}; from it
 * and a {@link fwq.common.message.Session} both derive the same {@link
 * fwq.common.session.SessionKey}. The registry hands the key to the guest who logged in, the guest
 * signs each event with it, and the engine checks. What the registry itself says is signed with the
 * {@link fwq.common.session.RegistryKey}. Nothing that travels over Kafka is a secret.
 */
package fwq.common.session;
