package fwq.web.guest;

import fwq.web.http.Routes;
import fwq.web.history.History;
import java.time.InstantSource;
import java.util.Optional;

/** Everything at {@code /app}, and the streams. */
public final class GuestSite {
  private final Accounts accounts;
  private final Walks walks;
  private final Operators operators;

  /**
   * Guests' requests, over these parts.
   *
   * @param installation tells this installation's cookies from others': letters and digits
   * @param build of the pages
   * @param history of the parks, for their operators, where it is recorded
   */
  public GuestSite(
      Desk desk, Registry registry, CookieSeal seal, String installation, String build, Optional<History> history) {
    InstantSource clock = InstantSource.system();
    Cookies cookies = new Cookies(seal, installation, clock);
    Sessions sessions = new Sessions(desk, registry, cookies);
    this.accounts = new Accounts(desk, registry, cookies, sessions, new MeDocument(desk));
    this.operators = new Operators(desk, registry, sessions, history.map(OperatorDay::new));
    this.walks = new Walks(desk, sessions, cookies, build, clock);
  }

  /** Adds all of it. */
  public void addTo(Routes routes) {
    accounts.addTo(routes);
    walks.addTo(routes);
    operators.addTo(routes);
  }
}
