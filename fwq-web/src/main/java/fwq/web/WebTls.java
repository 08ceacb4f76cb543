package fwq.web;

import fwq.kit.program.Failure;
import fwq.kit.tls.Identity;
import fwq.web.http.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What browsers are shown: a certificate that was given, one of our own, or none. */
sealed interface WebTls {
  /** What new connections are shown now; nothing for plain HTTP. */
  Optional<SSLContext> context() throws Failure;

  /** Shows a renewed certificate, if there is one. */
  void renew(WebServer server, Instant now);

  /** For people, such as {@code https}. */
  default String scheme() {
    return this instanceof None ? "http" : "https";
  }

  /** Plain HTTP. */
  record None() implements WebTls {
    @Override
    public Optional<SSLContext> context() {
      return Optional.empty();
    }

    @Override
    public void renew(WebServer server, Instant now) {}
  }

  /** Files that somebody else renews. */
  record Given(CertificateFiles files) implements WebTls {
    private static final Logger LOG = LoggerFactory.getLogger(Given.class);

    @Override
    public Optional<SSLContext> context() throws Failure {
      return Optional.of(files.context());
    }

    @Override
    public void renew(WebServer server, Instant now) {
      try {
        Optional<SSLContext> renewed = files.renewed();
        if (renewed.isPresent()) {
          server.renew(renewed.get());
          LOG.info("the certificate was changed, and the new one is shown from now on");
        }
      } catch (Failure e) {
        LOG.warn("{}; going on with the one before", e.getMessage());
      }
    }
  }

  /** A certificate of our own, made and renewed as the registry's. */
  record Own(Identity identity) implements WebTls {
    private static final Logger LOG = LoggerFactory.getLogger(Own.class);
    private static final Duration LIFETIME = Duration.ofDays(365);

    static Own open(Path data, List<String> names, SecureRandom random) throws Failure {
      try {
        return new Own(
            Identity.open(
                data, new Identity.Server("web-tls", names, LIFETIME), Instant.now(), random));
      } catch (IOException e) {
        throw new Failure(e.getMessage(), e);
      }
    }

    @Override
    public Optional<SSLContext> context() {
      try {
        return Optional.of(
            CertificateFiles.context(identity.certificate(), identity.privateKey().reveal()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("our own certificate is one", e);
      }
    }

    @Override
    public void renew(WebServer server, Instant now) {
      try {
        if (identity.renewIfDue(now)) {
          server.renew(context().orElseThrow());
          LOG.info("the certificate is renewed until {}", identity.until());
        }
      } catch (IOException e) {
        LOG.warn("{}; the renewed one is used all the same", e.getMessage());
      }
    }
  }
}
