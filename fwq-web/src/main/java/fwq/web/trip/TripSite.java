package fwq.web.trip;

import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.Towns;
import fwq.guest.trips.Chosen;
import fwq.guest.trips.Field;
import fwq.guest.trips.Page;
import fwq.guest.trips.TripPlan;
import fwq.web.http.Action;
import fwq.web.http.Body;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A trip, step by step. Each step says on which page it was taken: so two tabs of a guest, or the
 * browser's way back, never take a step of another page.
 */
public final class TripSite {
  /** In characters; no town, day or name is longer. */
  private static final int TYPED_LENGTH_MAX = 100;

  private final Agency agency;
  private final Traveller.Finder travellers;
  private final InstantSource clock;
  private final Plans plans = new Plans();

  /** One step of a plan. */
  @FunctionalInterface
  private interface Step {
    TripPlan take(TripPlan plan, Traveller guest, Body body) throws ProblemException;
  }

  /** Plans that are booked there. */
  public TripSite(Agency agency, Traveller.Finder travellers, InstantSource clock) {
    this.agency = agency;
    this.travellers = travellers;
    this.clock = clock;
  }

  /** Adds all of it, and the guest's own trips. */
  public void addTo(Routes routes) {
    routes.add("GET", "/app/trip", Routes.Access.PAGE, this::show);
    routes.add("POST", "/app/trip/new", Routes.Access.GUEST, this::begin);
    routes.add("POST", "/app/trip/page", Routes.Access.GUEST, step((plan, _, _) -> plan));
    routes.add("POST", "/app/trip/search", Routes.Access.GUEST, step(this::search));
    routes.add("POST", "/app/trip/choose", Routes.Access.GUEST, step(TripSite::choose));
    routes.add("POST", "/app/trip/move", Routes.Access.GUEST, step(this::move));
    routes.add("POST", "/app/trip/skip", Routes.Access.GUEST, step(TripSite::skip));
    routes.add("POST", "/app/trip/book", Routes.Access.GUEST, this::book);
    new OwnTrips(agency, travellers).addTo(routes);
  }

  private Reply show(Call call) throws ProblemException, InterruptedException {
    return PlanDocument.of(plans.of(travellers.of(call)));
  }

  private Reply begin(Call call) throws ProblemException, InterruptedException {
    return PlanDocument.of(plans.begin(travellers.of(call)));
  }

  private Action step(Step step) {
    return call -> {
      Traveller guest = travellers.of(call);
      Body body = Body.of(call);
      TripPlan plan = plans.at(guest, page(body)).orElseThrow(TripSite::notThere);
      return PlanDocument.of(plans.keep(guest, step.take(plan, guest, body)));
    };
  }

  private static Page page(Body body) throws ProblemException {
    String name = body.text("page");
    return Stream.of(Page.values())
        .filter(page -> page.name().equals(name))
        .findAny()
        .orElseThrow(TripSite::notThere);
  }

  /** What the original's guests read at a bad address. */
  private static ProblemException notThere() {
    return new ProblemException(
        Problem.of(
            409,
            "NOT_THERE",
            "you shouldn't be here: check that the fields are right and filled in"));
  }

  private TripPlan search(TripPlan plan, Traveller guest, Body body) throws ProblemException {
    if (plan.page().leg().isEmpty() || plan.page().isList()) {
      throw notThere();
    }
    return find(typed(plan, body));
  }

  private static TripPlan typed(TripPlan plan, Body body) throws ProblemException {
    TripPlan typed = plan;
    for (Field field : Field.values()) {
      if (field.page() == plan.page()) {
        String text = body.optionalText(field.name()).orElse("");
        if (text.length() > TYPED_LENGTH_MAX) {
          throw Body.wrong(field.name(), "at most " + TYPED_LENGTH_MAX + " characters");
        }
        typed = typed.type(field, text);
      }
    }
    return typed;
  }

  private TripPlan find(TripPlan plan) {
    TripPlan.Submitted sent = plan.submit(Towns.otherThan(plan.text(Field.TO)), clock.instant());
    Optional<Search> search = sent.search();
    return search.isPresent()
        ? sent.plan().heard(search.get().leg(), agency.ask(search.get()))
        : sent.plan();
  }

  /** A choice of each list: {@code choice0}, and of flights back {@code choice1}. */
  private static TripPlan choose(TripPlan plan, Traveller guest, Body body)
      throws ProblemException {
    if (!plan.page().isList()) {
      throw notThere();
    }
    TripPlan chosen = plan;
    for (int list = 0; list < plan.lists().size(); list++) {
      Optional<String> name = body.optionalText("choice" + list);
      if (name.isPresent()) {
        int index = index(plan.lists().get(list), name.get()).orElseThrow(TripSite::notThere);
        chosen = chosen.choose(list, index);
      }
    }
    if (!chosen.chosen().stream().allMatch(TripSite::canBeHeld)) {
      throw notThere();
    }
    return chosen.isComplete() ? chosen.next() : chosen;
  }

  private static OptionalInt index(Matches matches, String name) {
    return IntStream.range(0, matches.choices().size())
        .filter(index -> PlanDocument.name(matches.choices().get(index)).equals(name))
        .findFirst();
  }

  /** What was typed after the search may be no number of people any more. */
  private static boolean canBeHeld(Chosen one) {
    return one.quantity() >= 1 && one.quantity() <= Part.QUANTITY_MAX;
  }

  private TripPlan move(TripPlan plan, Traveller guest, Body body) throws ProblemException {
    if (!plan.page().isList()) {
      throw notThere();
    }
    try {
      return find(plan.move(body.number("list"), LocalDate.parse(body.text("day"))));
    } catch (DateTimeException e) {
      throw notThere();
    }
  }

  private static TripPlan skip(TripPlan plan, Traveller guest, Body body) throws ProblemException {
    if (plan.page().leg().isEmpty()) {
      throw notThere();
    }
    return plan.skip();
  }

  /** Said again, as after an answer that was lost, it is the same booking. */
  private Reply book(Call call) throws ProblemException, InterruptedException {
    Traveller guest = travellers.of(call);
    Body body = Body.of(call);
    if (plans.of(guest).page() == Page.BOOKED) {
      return PlanDocument.of(plans.of(guest));
    }
    TripPlan plan = typed(plans.at(guest, Page.WHOLE).orElseThrow(TripSite::notThere), body);
    var request = plan.book(Optional.of(guest.ticket())).orElseThrow(TripSite::notThere);
    TripPlan answered = plans.keep(guest, plan).answered(agency.ask(request), UUID.randomUUID());
    return PlanDocument.of(plans.keep(guest, answered));
  }
}
