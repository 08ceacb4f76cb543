package fwq.web;

import fwq.kit.program.Failure;
import fwq.web.history.History;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say out of which other web process's history this one's is filled. */
final class PeerOptions {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Option(
      names = "--peer",
      paramLabel = "URL",
      description =
          "another web process of this park, such as http://10.0.0.7:8000: what it saw in the last"
              + " 31 days and this one did not is taken over at the start")
  private URI peer;

  @Option(
      names = "--peer-trust",
      paramLabel = "FILE",
      description = "its certificate, PEM, where it is one of its own making")
  private Path certificate;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  PeerOptions() {}

  /** The other web process, if there is one. */
  Optional<Peer> peer(History history) throws Failure {
    if (peer == null) {
      return Optional.empty();
    }
    if (peer.getHost() == null || !String.valueOf(peer.getScheme()).matches("https?")) {
      throw new ParameterException(
          spec.commandLine(),
          "--peer takes an address such as http://10.0.0.7:8000, got '" + peer + "'");
    }
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECT);
    if (certificate != null) {
      client.sslContext(trusting(certificate));
    }
    URI base = peer.resolve("/");
    return Optional.of(new Peer(base, client.build(), history, InstantSource.system()));
  }

  private static SSLContext trusting(Path file) throws Failure {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
      known.load(null, null);
      known.setCertificateEntry(
          "peer", CertificateFactory.getInstance("X.509").generateCertificate(in));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure(
          "--peer-trust takes a certificate as PEM; " + file + " is none: " + e.getMessage(), e);
    }
  }
}
