package fwq.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Failure;
import fwq.kit.tls.Identity;
import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir private Path folder;

  @Test
  void ownCertificateSpeaksHttp2() throws Exception {
    WebTls tls = WebTls.Own.open(folder, List.of("localhost", "127.0.0.1"), new SecureRandom());
    try (WebServer server = serve(tls, false)) {
      HttpResponse<String> answer = get(server);
      assertEquals(HttpClient.Version.HTTP_2, answer.version());
      assertEquals("secure multiplexed", answer.body());
      assertTrue(answer.headers().firstValue("Strict-Transport-Security").isEmpty());
    }
  }

  @Test
  void certificateThatWasRenewedIsShownFromThenOn() throws Exception {
    write(folder.resolve("a"), "first");
    CertificateFiles files = files("a");
    WebTls tls = new WebTls.Given(files);
    try (WebServer server = serve(tls, true)) {
      HttpResponse<String> first = get(server);
      assertTrue(first.headers().firstValue("Strict-Transport-Security").isPresent());
      write(folder.resolve("b"), "second");
      for (String end : List.of("crt", "key")) {
        Files.copy(
            folder.resolve("b/second." + end),
            folder.resolve("a/first." + end),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      Files.setLastModifiedTime(
          folder.resolve("a/first.crt"), FileTime.from(Instant.now().plusSeconds(5)));
      tls.renew(server, Instant.now());
      assertNotEquals(shown(first), shown(get(server)));
    }
  }

  @Test
  void fileThatIsNoCertificateIsNamed() throws Exception {
    Files.writeString(folder.resolve("x.crt"), "nothing");
    Path key = Files.writeString(folder.resolve("x.key"), "nothing");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Failure unsafe =
        assertThrows(Failure.class, () -> CertificateFiles.read(folder.resolve("x.crt"), key));
    assertTrue(unsafe.getMessage().contains("chmod 600"), unsafe.getMessage());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Failure failure =
        assertThrows(Failure.class, () -> CertificateFiles.read(folder.resolve("x.crt"), key));
    assertTrue(failure.getMessage().contains("x.crt"), failure.getMessage());
  }

  private CertificateFiles files(String name) throws Failure {
    return CertificateFiles.read(
        folder.resolve(name + "/first.crt"), folder.resolve(name + "/first.key"));
  }

  private static void write(Path folder, String name) throws Exception {
    Identity.open(
        folder,
        new Identity.Server(name, List.of("localhost"), Duration.ofDays(90)),
        Instant.now(),
        new SecureRandom());
  }

  private static WebServer serve(WebTls tls, boolean strict) throws Exception {
    Routes routes = new Routes();
    routes.add(
        "GET",
        "/",
        Routes.Access.PAGE,
        call ->
            Reply.text(
                200,
                (call.secure() ? "secure" : "plain") + (call.multiplexed() ? " multiplexed" : "")));
    return new WebServer(
        new WebServer.Place(Optional.of("127.0.0.1"), 0, tls.context(), strict),
        WebServer.Doors.usual(new HostRule(Set.of()), new ClientAddress(List.of())),
        Limits.DEFAULT,
        routes);
  }

  private static HttpResponse<String> get(WebServer server) throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new Everybody()}, null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/"))
              .timeout(Duration.ofSeconds(20))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static Object shown(HttpResponse<String> answer) throws Exception {
    return answer.sslSession().orElseThrow().getPeerCertificates()[0];
  }

  /** Trusts whatever is shown: what is shown is what is tested. */
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket to) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket to) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
