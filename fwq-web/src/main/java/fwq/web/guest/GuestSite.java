package fwq.web.guest;

import fwq.web.http.Routes;
import java.time.InstantSource;

/** Everything at {@code /app}, and the streams. */
public final class GuestSite {
  private final Accounts accounts;
  private final Walks walks;

  /**
   * Guests' requests, over these parts.
   *
   * @param installation tells this installation's cookies from others': letters and digits
   * @param build of the pages
   */
  public GuestSite(
      Desk desk, Registry registry, CookieSeal seal, String installation, String build) {
    InstantSource clock = InstantSource.system();
    Cookies cookies = new Cookies(seal, installation, clock);
    Sessions sessions = new Sessions(desk, registry, cookies);
    this.accounts = new Accounts(desk, registry, cookies, sessions, new MeDocument(desk));
    this.walks = new Walks(desk, sessions, cookies, build, clock);
  }

  /** Adds all of it. */
  public void addTo(Routes routes) {
    accounts.addTo(routes);
    walks.addTo(routes);
  }
}
