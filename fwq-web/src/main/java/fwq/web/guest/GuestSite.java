package fwq.web.guest;

import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.web.http.Call;
import fwq.web.http.ProblemException;
import fwq.web.http.Routes;
import fwq.web.trip.Agency;
import fwq.web.trip.Traveller;
import fwq.web.trip.TripSite;
import java.time.InstantSource;
import java.util.Optional;

/** Everything at {@code /app}, and the streams. */
public final class GuestSite {
  private final Desk desk;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Walks walks;
  private final Optional<TripSite> trips;

  /**
   * Guests' requests, over these parts.
   *
   * @param build of the pages
   * @param agency where trips are booked, if there is one
   */
  public GuestSite(
      Desk desk, Registry registry, Cookies cookies, String build, Optional<Agency> agency) {
    InstantSource clock = InstantSource.system();
    this.desk = desk;
    this.sessions = new Sessions(desk, registry, cookies);
    this.accounts =
        new Accounts(desk, registry, cookies, sessions, new MeDocument(desk, agency.isPresent()));
    this.walks = new Walks(desk, sessions, cookies, build, clock);
    this.trips = agency.map(it -> new TripSite(it, this::traveller, clock));
  }

  /** Adds all of it. */
  public void addTo(Routes routes) {
    accounts.addTo(routes);
    walks.addTo(routes);
    trips.ifPresent(it -> it.addTo(routes));
  }

  private Traveller traveller(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    Optional<ProfileOf> profile =
        desk.ask((guests, _) -> guests.find(login.id()).flatMap(Guest::profile));
    return new Traveller(
        login.session().alias() + " " + login.session().issuedAt(),
        profile.map(ProfileOf::name),
        login.ticket(),
        Walks.number(call.parameter("park").orElse("0")));
  }
}
