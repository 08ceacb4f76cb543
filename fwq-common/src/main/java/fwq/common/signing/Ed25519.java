package fwq.common.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;

/** Key pairs (RFC 8032) of which a secret's 32 bytes are the private half. */
public final class Ed25519 {
  private Ed25519() {}

  /** The pair of one secret. */
  public static KeyPair pair(SharedSecret secret) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Known(secret.bytes()));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** The JDK makes the public half for who has the private one only as if that were new. */
  private static final class Known extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    private Known(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] asked) {
      System.arraycopy(bytes, 0, asked, 0, asked.length);
    }
  }
}
