package fwq.web.trial;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** One guest's browser without its pages: keeps the cookie, and asks as the pages do. */
final class PlainGuest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Supplier<String> address;
  private String cookie = "";

  /** A guest of the web process that is there then. */
  PlainGuest(Supplier<String> address) {
    this.address = address;
  }

  String cookie() {
    return cookie;
  }

  void cookie(String other) {
    cookie = other;
  }

  /** Creates an account, and is logged in. */
  HttpResponse<String> register(String alias) throws Exception {
    return post(
        "/app/register",
        "{\"alias\":\"%s\",\"name\":\"Ana\",\"email\":\"a@b.org\",\"password\":\"vier lange worte\"}"
            .formatted(alias));
  }

  HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<InputStream> stream() throws Exception {
    return CLIENT.send(request("/app/stream").GET().build(), BodyHandlers.ofInputStream());
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address.get() + path))
        .timeout(Duration.ofSeconds(20))
        .header("Cookie", cookie);
  }
}
