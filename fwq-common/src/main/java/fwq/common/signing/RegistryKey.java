package fwq.common.signing;

/**
 * Signs and checks what the registry itself says on the topic {@code Visitor}, with a key that no
 * guest gets to know.
 */
public final class RegistryKey extends EventKey {
  private RegistryKey(SharedSecret secret) {
    super(secret, "fwq registry key 1");
  }

  /** The registry's key, for those who know the shared secret. */
  public static RegistryKey derive(SharedSecret secret) {
    return new RegistryKey(secret);
  }
}
