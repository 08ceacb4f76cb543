/**
 * Proof of who speaks. Each purpose has keys of its own in a {@link
 * fwq.common.signing.KeyringFile}, which are replaced while all goes on: {@link
 * fwq.common.signing.ParkKeys} is where they are, {@link fwq.common.signing.LiveKeys} what a
 * running program has of them, and a {@link fwq.common.signing.Keyring} says which one was used
 * when.
 *
 * <p>Registry and engine share those of {@link fwq.common.signing.KeyPurpose#SESSION}; from the one
 * of the moment a login was made, and that {@link fwq.common.signing.Session}, both derive the same
 * {@link fwq.common.signing.SessionKey}. The registry hands the key to the guest who logged in, the
 * guest signs each event with it, and the engine checks. What the registry itself says is signed
 * with a {@link fwq.common.signing.RegistryKey}. Nothing that travels over Kafka is a secret.
 */
package fwq.common.signing;
