package fwq.web.guest;

import fwq.web.http.Call;
import fwq.web.http.Reply.Document;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The cookie that carries a login. Over TLS no sibling site can set or overwrite it; on plain HTTP
 * its name tells this installation from others, for browsers share cookies between ports.
 */
public final class Cookies {
  private final CookieSeal seal;
  private final String installation;
  private final InstantSource clock;

  /**
   * Cookies of one installation.
   *
   * @param installation letters and digits
   */
  public Cookies(CookieSeal seal, String installation, InstantSource clock) {
    this.seal = seal;
    this.installation = installation;
    this.clock = clock;
  }

  /** The login that a request brings. */
  Optional<Login> read(Call call) {
    return Optional.ofNullable(call.cookies().get(name(call)))
        .flatMap(seal::open)
        .filter(login -> login.session().expiresAt() > clock.millis());
  }

  /** Has the browser keep this login. */
  Document with(Document document, Call call, Login login) {
    long seconds = Math.max(1, (login.session().expiresAt() - clock.millis()) / 1_000);
    return document.with("Set-Cookie", cookie(call, seal.seal(login), seconds));
  }

  /** Has the browser forget its login. */
  Document without(Document document, Call call) {
    return document.with("Set-Cookie", cookie(call, "", 0));
  }

  private String cookie(Call call, String value, long seconds) {
    return name(call)
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (call.secure() ? "; Secure" : "");
  }

  private String name(Call call) {
    return (call.secure() ? "__Host-fwq-" : "fwq-") + installation;
  }
}
