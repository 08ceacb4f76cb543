package fwq.common.signing;

import fwq.common.signing.Keyring.DatedKey;
import java.security.KeyPair;

/** An engine's key pair, {@link Ed25519}. */
public final class EngineKey {
  private EngineKey() {}

  /** The pair of one key. */
  public static KeyPair pair(DatedKey key) {
    return Ed25519.pair(key.secret());
  }
}
