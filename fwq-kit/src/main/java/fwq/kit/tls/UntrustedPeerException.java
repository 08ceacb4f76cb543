package fwq.kit.tls;

import java.io.IOException;

/**
 * The peer is there, but is not, or cannot be known to be, who it should be; the text says so in a
 * sentence for people. Trying again does not help.
 */
public final class UntrustedPeerException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Not trusted, in a sentence. */
  public UntrustedPeerException(String sentence) {
    super(sentence);
  }

  /** Not trusted, in a sentence, and what it came from. */
  public UntrustedPeerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
