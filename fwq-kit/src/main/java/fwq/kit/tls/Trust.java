package fwq.kit.tls;

import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.function.Consumer;

/** Which server a client believes in. What is compared is its public key, as ssh does. */
public sealed interface Trust {
  /**
   * Decides about a peer that has just proved that it has this key.
   *
   * @throws UntrustedPeerException when it is not the right one
   */
  void check(HostPort peer, KeyPin came) throws UntrustedPeerException;

  /**
   * What people chose on the command line.
   *
   * @param plaintext whether there is to be no TLS
   * @param only the file of the one certificate or key to believe, or null
   * @param known the servers met so far, where neither was said
   * @param tell gets a sentence about each server that is new
   * @throws Failure with a sentence when the file of the one cannot be used
   */
  static Trust chosen(boolean plaintext, Path only, Path known, Consumer<String> tell)
      throws Failure {
    if (plaintext) {
      return new Plaintext();
    }
    try {
      return only == null ? new FirstUse(new KnownHosts(known), tell) : Only.read(only);
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** Without TLS: anybody on the way can read and change everything. */
  record Plaintext() implements Trust {
    @Override
    public void check(HostPort peer, KeyPin came) {
      throw new IllegalStateException("nobody proves a key without TLS");
    }
  }

  /**
   * One key and no other.
   *
   * @param key the key
   * @param source the file that it comes from, for people
   */
  record Only(KeyPin key, Path source) implements Trust {
    private static final int FILE_BYTES_MAX = 64 * 1024;

    /**
     * The key of a PEM certificate or public key.
     *
     * @throws IOException with a sentence that names the file
     */
    public static Only read(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        String pem = new String(in.readNBytes(FILE_BYTES_MAX), StandardCharsets.US_ASCII);
        Optional<byte[]> certificate = Pem.read("CERTIFICATE", pem);
        PublicKey key =
            certificate.isPresent()
                ? CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.get()))
                    .getPublicKey()
                : KeyFactory.getInstance("EC")
                    .generatePublic(
                        new X509EncodedKeySpec(Pem.read("PUBLIC KEY", pem).orElse(new byte[0])));
        return new Only(KeyPin.of(key), file);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IOException(
            "the file "
                + file
                + " to trust is not a certificate or EC public key as PEM; give the .crt that the"
                + " server has in its --data, such as registry.crt",
            e);
      } catch (IOException e) {
        throw new IOException(
            "the file "
                + file
                + " to trust cannot be read; give the .crt that the server has in its --data, such"
                + " as registry.crt",
            e);
      }
    }

    @Override
    public void check(HostPort peer, KeyPin came) throws UntrustedPeerException {
      if (!came.equals(key)) {
        throw new UntrustedPeerException(
            otherKey(peer, key, came)
                + "; if the change is intended, give the server's new certificate in place of "
                + source);
      }
    }
  }

  /**
   * Whatever key a server has when it is first met, and from then on no other.
   *
   * @param known what was met
   * @param tell gets a sentence about each server that is new
   */
  record FirstUse(KnownHosts known, Consumer<String> tell) implements Trust {
    @Override
    public void check(HostPort peer, KeyPin came) throws UntrustedPeerException {
      KnownHosts.Meeting meeting = known.meet(peer, came);
      if (!meeting.key().equals(came)) {
        throw new UntrustedPeerException(
            otherKey(peer, meeting.key(), came)
                + "; if the change is intended, remove the line of "
                + peer
                + " from "
                + known.file());
      }
      if (meeting.first()) {
        tell.accept(
            "the server at "
                + peer
                + " is new; its key is "
                + came
                + " and is trusted from now on");
      }
    }
  }

  private static String otherKey(HostPort peer, KeyPin expected, KeyPin came) {
    return "the server at "
        + peer
        + " shows another key than expected: "
        + expected
        + " was expected, "
        + came
        + " came. Somebody may be listening in, so nothing was sent";
  }
}
