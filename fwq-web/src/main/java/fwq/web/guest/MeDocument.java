package fwq.web.guest;

import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.kit.json.JsonText;
import fwq.web.event.Events;
import fwq.web.event.Me;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Reply.Document;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** What a page is told of its guest when it opens. */
final class MeDocument {
  private final Desk desk;
  private final boolean trips;

  /**
   * Documents of this desk's guests.
   *
   * @param trips whether they can plan a trip
   */
  MeDocument(Desk desk, boolean trips) {
    this.desk = desk;
    this.trips = trips;
  }

  private record Known(
      Optional<ProfileOf> profile, Me me, OptionalInt park, List<Integer> parks, boolean carts) {}

  Document of(Login login) throws ProblemException, InterruptedException {
    Known known =
        desk.ask(
            (guests, nanos) -> {
              Guest guest =
                  guests
                      .find(login.id())
                      .orElseThrow(() -> new ProblemException(Registry.loggedOut()));
              return new Known(
                  guest.profile(),
                  guests.me(guest, nanos),
                  guest.park(),
                  guests.parks().numbers(),
                  guests.parks().now(nanos).stream().anyMatch(it -> it.carts().isPresent()));
            });
    return Reply.json(200, JsonText.object(json -> write(json, login, known)));
  }

  private void write(JsonGenerator json, Login login, Known known) {
    json.writeStringProperty("alias", login.session().alias());
    json.writeStringProperty("name", known.profile().map(ProfileOf::name).orElse(null));
    json.writeStringProperty("email", known.profile().map(ProfileOf::email).orElse(null));
    json.writeStringProperty(
        "shownAs", known.profile().map(ProfileOf::shownAs).orElse(login.session().shownAs()));
    json.writeStringProperty("role", login.session().role().name());
    Events.me(json, known.me());
    if (known.park().isPresent()) {
      json.writeNumberProperty("park", known.park().getAsInt());
    } else {
      json.writeNullProperty("park");
    }
    parks(json, known.parks());
    json.writeNumberProperty("expiresAt", login.session().expiresAt());
    json.writeBooleanProperty("trips", trips);
    json.writeBooleanProperty("carts", known.carts());
  }

  /** The parks that there are. */
  static void parks(JsonGenerator json, List<Integer> parks) {
    json.writeArrayPropertyStart("parks");
    for (int park : parks) {
      json.writeStartObject();
      json.writeNumberProperty("id", park);
      json.writeStringProperty("name", "Park " + park);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
