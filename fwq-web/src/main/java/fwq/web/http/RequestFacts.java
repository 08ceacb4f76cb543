package fwq.web.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;

/** What Jetty's request says, in our words. */
final class RequestFacts {
  /** A body of 16 KB that takes longer is somebody who holds the door open. */
  private static final long BODY_SECONDS_MAX = 10;

  private final Request request;
  private final String address;
  private final boolean secure;

  RequestFacts(Request request, ClientAddress clients) {
    this.request = request;
    String peer = literal(Request.getRemoteAddr(request));
    this.address = clients.of(peer, request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
    this.secure =
        request.isSecure()
            || (clients.isProxy(peer)
                && "https".equals(request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO)));
  }

  /** Without brackets, and without the name of an interface. */
  static String literal(String address) {
    String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    int scope = bare.indexOf('%');
    return scope < 0 ? bare : bare.substring(0, scope);
  }

  String address() {
    return address;
  }

  boolean secure() {
    return secure;
  }

  boolean isForUs(HostRule hosts) {
    String host = request.getHttpURI().getHost();
    return hosts.allows(host == null || !host.contains(":") ? host : "[" + literal(host) + "]");
  }

  /** Scheme, host and port as the browser knows us. */
  String ownOrigin() {
    return (secure ? "https://" : "http://") + request.getHttpURI().getAuthority();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  boolean changesThings() {
    return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
  }

  /** As announced; -1 when it is not. */
  long bodyBytes() {
    return request.getLength();
  }

  /** The body, or nothing when it is larger than that, or does not come. */
  Optional<String> body(int bytesMax) throws InterruptedException {
    if (!changesThings()) {
      return Optional.of("");
    }
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(request, bytesMax, Promise.Invocable.toPromise(body));
    try {
      return Optional.of(
          new String(body.get(BODY_SECONDS_MAX, TimeUnit.SECONDS), StandardCharsets.UTF_8));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  Call call(Map<String, String> path, String body) {
    Map<String, String> cookies = new HashMap<>();
    for (HttpCookie cookie : Request.getCookies(request)) {
      cookies.putIfAbsent(cookie.getName(), cookie.getValue());
    }
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
    }
    Map<String, String> query = new HashMap<>();
    Fields fields = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    fields.forEach(field -> query.put(field.getName(), field.getValue()));
    return new Call(
        request.getMethod(),
        Map.copyOf(path),
        query,
        address,
        secure,
        request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2,
        cookies,
        headers,
        body);
  }
}
