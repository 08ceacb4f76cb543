package fwq.guest.trips;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest.Book;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SearchRules;
import fwq.common.talk.trips.SearchRules.Checked;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.WrongField;
import fwq.common.talk.trips.WrongField.Why;
import fwq.common.talk.trips.WrongFields;
import fwq.kit.json.Secret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A guest's plan of a trip: what was typed, found and chosen, and which page comes next. A value:
 * each step gives a new one, and nothing that was chosen is lost by going back. Pure.
 *
 * @param trip the id under which it is booked
 * @param wrong what is wrong with fields of this page
 * @param found what the last search of a leg found
 * @param chosen at most one of each list
 * @param notice what an agency said that the guest should read, such as that a seller is away
 */
public record TripPlan(
    UUID trip,
    Page page,
    Map<Field, String> typed,
    Map<Field, WrongField> wrong,
    Map<Leg, Found> found,
    List<Chosen> chosen,
    Optional<AgencyReply> notice) {

  public TripPlan {
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
    found = Map.copyOf(found);
    chosen = List.copyOf(chosen);
  }

  /**
   * A form that has been sent.
   *
   * @param search what is to be asked of the agency, unless something is wrong
   */
  public record Submitted(TripPlan plan, Optional<Search> search) {}

  /** A plan in which only the park's town is proposed. */
  public static TripPlan begin(UUID trip, Town town) {
    return new TripPlan(
        trip,
        Page.FLIGHT_FORM,
        Map.of(Field.TO, town.name(), Field.SEATS, "1"),
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  /** What stands in a field. */
  public String text(Field field) {
    return typed.getOrDefault(field, "");
  }

  /** The guest types; what was wrong with the field is looked at anew when the form is sent. */
  public TripPlan type(Field field, String text) {
    return new TripPlan(
        trip, page, with(typed, field, text), without(wrong, field), found, chosen, notice);
  }

  /**
   * The form of this page is sent.
   *
   * @param home where flights start when the guest says nothing else
   */
  public Submitted submit(Town home, Instant now) {
    Leg leg = page.leg().orElseThrow();
    Search search = new Form(typed).search(leg);
    Map<Field, WrongField> faults =
        SearchRules.check(search, home, now) instanceof Checked.Wrong it
            ? byField(Page.form(leg), it.fields())
            : new EnumMap<>(Field.class);
    if (leg == Leg.TOURS && quantityOfTours() == 0) {
      faults.put(
          Field.TOURISTS,
          new WrongField(
              Field.TOURISTS.said(), Why.OUT_OF_RANGE, "a number from 1 to 9 was expected"));
    }
    TripPlan plan =
        new TripPlan(trip, Page.form(leg), typed, faults, found, chosen, Optional.empty());
    return new Submitted(plan, faults.isEmpty() ? Optional.of(search) : Optional.empty());
  }

  /** The agency has answered the search of a leg. */
  public TripPlan heard(Leg leg, AgencyReply reply) {
    return switch (reply) {
      case Found it ->
          new TripPlan(
              trip,
              Page.list(leg),
              typed,
              Map.of(),
              with(found, leg, it),
              without(leg),
              notice(null));
      case WrongFields it -> at(Page.form(leg), byField(Page.form(leg), it.fields()), null);
      case AgencyReply other -> at(Page.form(leg), Map.of(), other);
    };
  }

  /** What this page lists: one list, or two of flights. */
  public List<Matches> lists() {
    return page.leg()
        .filter(_ -> page.isList())
        .map(found::get)
        .map(it -> it.back().map(back -> List.of(it.matches(), back)).orElse(List.of(it.matches())))
        .orElse(List.of());
  }

  /** The guest chooses from a list of this page; another choice of that list is given up. */
  public TripPlan choose(int list, int index) {
    Leg leg = page.leg().orElseThrow();
    Choice choice = lists().get(list).choices().get(index);
    List<Chosen> now = new ArrayList<>(chosen);
    now.removeIf(it -> it.leg() == leg && it.list() == list);
    now.add(new Chosen(leg, list, choice, quantity(leg, choice)));
    return new TripPlan(trip, page, typed, wrong, found, now, notice(null));
  }

  private int quantity(Leg leg, Choice choice) {
    Form form = new Form(typed);
    return switch (leg) {
      case FLIGHTS -> form.number(Field.SEATS);
      case HOTELS ->
          choice.service() instanceof Stay stay && form.number(Field.PEOPLE) > 0
              ? stay.roomsFor(form.number(Field.PEOPLE))
              : 1;
      case TOURS -> quantityOfTours();
    };
  }

  private int quantityOfTours() {
    int people = new Form(typed).number(Field.TOURISTS);
    return people > Part.QUANTITY_MAX ? 0 : people;
  }

  /** The choice from a list of a leg, if there is one. */
  public Optional<Chosen> choice(Leg leg, int list) {
    return chosen.stream().filter(it -> it.leg() == leg && it.list() == list).findFirst();
  }

  /** Whether something was chosen from each list of this page. */
  public boolean isComplete() {
    Leg leg = page.leg().orElseThrow();
    return !lists().isEmpty()
        && chosen.stream().filter(it -> it.leg() == leg).count() == lists().size();
  }

  /** The nearest day of a list is taken in place of the one that had nothing. */
  public TripPlan move(int list, LocalDate day) {
    TripPlan form = at(Page.form(page.leg().orElseThrow()), Map.of(), null);
    return switch (form.page) {
      case FLIGHT_FORM -> form.type(list == 0 ? Field.DAY_OUT : Field.DAY_BACK, day.toString());
      case HOTEL_FORM -> {
        LocalDate in = LocalDate.parse(text(Field.DAY_IN).strip());
        LocalDate out = LocalDate.parse(text(Field.DAY_LEAVING).strip());
        yield form.type(Field.DAY_IN, day.toString())
            .type(Field.DAY_LEAVING, out.plusDays(day.toEpochDay() - in.toEpochDay()).toString());
      }
      case TOUR_FORM -> form.type(Field.TOUR_DAY, day.toString());
      case FLIGHTS, HOTELS, TOURS, WHOLE, BOOKED -> form;
    };
  }

  /** Goes on to the next page, with what is known proposed there. */
  public TripPlan next() {
    return at(Page.after(page.leg().orElseThrow()), Map.of(), null).proposed();
  }

  /** Goes on without this leg. */
  public TripPlan skip() {
    return new TripPlan(
            trip, page, typed, Map.of(), found, without(page.leg().orElseThrow()), notice(null))
        .next();
  }

  /** Goes back one page; nothing that was typed or chosen is lost. */
  public TripPlan back() {
    return at(page.before(), Map.of(), null);
  }

  /** Goes to a page that this plan has come to; nothing where it has not come so far. */
  public Optional<TripPlan> turn(Page to) {
    return to.isOpen(this)
        ? Optional.of(to == page ? this : at(to, Map.of(), null).proposed())
        : Optional.empty();
  }

  private TripPlan proposed() {
    return new TripPlan(trip, page, new Form(typed).proposed(page), wrong, found, chosen, notice);
  }

  /** What all of it costs, in cents. */
  public long total() {
    return Chosen.total(chosen);
  }

  /** The currency of all prices; nothing was found without one. */
  public String currency() {
    return found.values().stream().findFirst().map(Found::currency).orElse("");
  }

  /** What is to be booked, if anything was chosen. */
  public Optional<Book> book(Optional<Secret> ticket) {
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new Book(trip, Chosen.parts(chosen), text(Field.TRAVELLER).strip(), ticket));
  }

  /**
   * The agency has answered a booking. Where it is refused, all that was chosen stays, and another
   * try is another trip.
   *
   * @param next the id of that
   */
  public TripPlan answered(AgencyReply reply, UUID next) {
    return switch (reply) {
      case AgencyReply.Booked _ -> at(Page.BOOKED, Map.of(), reply);
      case AgencyReply.Refused it ->
          new TripPlan(next, Page.WHOLE, typed, Map.of(), found, repriced(it), notice(it));
      case WrongFields it -> at(Page.WHOLE, byField(Page.WHOLE, it.fields()), null);
      // Not known yet: asked again under the same id.
      case AgencyReply other -> at(Page.WHOLE, Map.of(), other);
    };
  }

  /** A price that changed is the one that the guest agrees to by booking once more. */
  private List<Chosen> repriced(AgencyReply.Refused refused) {
    return refused.why() instanceof Refusal.PriceChanged it
        ? chosen.stream()
            .map(one -> refused.leg().equals(Optional.of(one.leg())) ? one.repriced(it) : one)
            .toList()
        : chosen;
  }

  private TripPlan at(Page other, Map<Field, WrongField> faults, AgencyReply said) {
    return new TripPlan(trip, other, typed, faults, found, chosen, notice(said));
  }

  private static Optional<AgencyReply> notice(AgencyReply said) {
    return Optional.ofNullable(said);
  }

  private List<Chosen> without(Leg leg) {
    return chosen.stream().filter(it -> it.leg() != leg).toList();
  }

  private static Map<Field, WrongField> byField(Page page, List<WrongField> fields) {
    Map<Field, WrongField> faults = new EnumMap<>(Field.class);
    for (WrongField fault : fields) {
      Field.of(page, fault.field()).ifPresent(field -> faults.putIfAbsent(field, fault));
    }
    return faults;
  }

  private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
    Map<K, V> after = new HashMap<>(before);
    after.put(key, value);
    return after;
  }

  private static <K, V> Map<K, V> without(Map<K, V> before, K key) {
    Map<K, V> after = new HashMap<>(before);
    after.remove(key);
    return Collections.unmodifiableMap(after);
  }
}
