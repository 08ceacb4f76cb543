/**
 * Proof of who speaks. Registry and engine share a {@link fwq.common.signing.SharedSecret}; from it
 * and a {@link fwq.common.signing.Session} both derive the same {@link
 * fwq.common.signing.SessionKey}. The registry hands the key to the guest who logged in, the guest
 * signs each event with it, and the engine checks. What the registry itself says is signed with the
 * {@link fwq.common.signing.RegistryKey}. Nothing that travels over Kafka is a secret.
 */
package fwq.common.signing;
