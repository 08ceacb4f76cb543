package fwq.web.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as a malformed request: a short problem, and no page. */
final class BareErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem =
        Problem.of(response.getStatus(), "BAD_REQUEST", "this is no request that can be read");
    Guards.HEADERS.forEach(response.getHeaders()::put);
    response.getHeaders().put("Content-Type", "application/json");
    response.write(true, ByteBuffer.wrap(Json.problem(problem)), callback);
    return true;
  }
}
