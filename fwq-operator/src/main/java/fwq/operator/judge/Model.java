package fwq.operator.judge;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.operator.judge.Answer.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The park as its rules have it: the same records give the same park, whoever reads them and when.
 * For one thread.
 */
final class Model {
  /** Time that leaps so far, either way, is an absence of everybody or a clock set anew. */
  static final long LEAP_MILLIS = 3_000;

  /** A guest who says nothing for so long has gone. */
  static final long SILENCE_MILLIS = 10_000;

  private final Orders orders;
  // Whoever is heard goes to the end, so the first is the one not heard of for longest.
  private final LinkedHashMap<String, Guest> inside = new LinkedHashMap<>();
  private final LinkedHashMap<String, Known> tombstones = new LinkedHashMap<>();
  // Of guests whose newest session that is known has ended by the registry's word: its time.
  private final Map<String, Long> over = new HashMap<>();
  private boolean begun;
  private long time;
  private long unsigned;

  /** The last login of a guest, and the guest's own time of the last word that counted. */
  private record Known(Session session, long at, Allowance left) {
    /** Something more was said; it takes its part of the allowance where there is one. */
    Known said(long at, long now) {
      return new Known(session, at, mayGoOn(now) ? left.less(now) : left);
    }

    boolean mayGoOn(long now) {
      return left.suffices(now);
    }
  }

  /** Someone inside, last heard at a time of the park's. */
  private record Guest(Known known, Position position, long heard) {
    Session session() {
      return known.session();
    }
  }

  Model(int capacity) {
    this.orders = new Orders(capacity);
  }

  /** Takes the next record, and gives what the park must say because of it, in order. */
  List<Expectation> replay(VisitorRecord record) {
    List<Expectation> expected = new ArrayList<>(1);
    pass(record.time());
    sendTheSilentHome(expected);
    switch (record) {
      case VisitorRecord.Tick _, VisitorRecord.Unreadable _ -> {}
      case VisitorRecord.Event said -> {
        if (isSigned(said)) {
          apply(said.event()).ifPresent(expected::add);
        } else {
          unsigned++;
        }
      }
      case VisitorRecord.Revocation it -> {
        if (it.signed()) {
          end(it.ended()).ifPresent(expected::add);
        } else {
          unsigned++;
        }
      }
      case VisitorRecord.Word it -> {
        if (!it.signed()) {
          unsigned++;
        } else if (orders.take(it.said(), isOver(it.said()))) {
          List.copyOf(inside.values())
              .forEach(guest -> expected.add(sendHome(guest, guest.known(), "CLOSED")));
        }
      }
    }
    return expected;
  }

  private boolean isOver(Operate said) {
    return said.session()
        .filter(it -> over.getOrDefault(it.alias(), -1L) >= it.issuedAt())
        .isPresent();
  }

  private void pass(long now) {
    if (begun && Math.abs(now - time) < LEAP_MILLIS) {
      time = Math.max(time, now);
    } else {
      begun = true;
      time = now;
      inside.replaceAll((_, guest) -> new Guest(guest.known(), guest.position(), now));
    }
    orders.pass(time);
    while (!tombstones.isEmpty()
        && tombstones.firstEntry().getValue().session().expiresAt() <= time) {
      var _ = tombstones.pollFirstEntry();
    }
  }

  private void sendTheSilentHome(List<Expectation> expected) {
    while (!inside.isEmpty()) {
      Guest quietest = inside.firstEntry().getValue();
      if (time - quietest.heard() < SILENCE_MILLIS) {
        return;
      }
      expected.add(sendHome(quietest, quietest.known(), "SILENT"));
    }
  }

  /** By the login that is inside, or was the last to be known. */
  private boolean isSigned(VisitorRecord.Event said) {
    if (said.event() instanceof Enter enter) {
      return said.signedBy().test(enter.session());
    }
    String alias = said.event().alias();
    Guest guest = inside.get(alias);
    Known known = guest == null ? remembered(alias) : guest.known();
    return known != null && said.signedBy().test(known.session());
  }

  private Optional<Expectation> apply(VisitorEvent event) {
    String alias = event.alias();
    Guest guest = inside.get(alias);
    if (event instanceof Enter enter) {
      return enter(enter, guest);
    }
    Known before = guest == null ? remembered(alias) : guest.known();
    if (before == null || event.at() <= before.at()) {
      return Optional.empty();
    }
    boolean counts = before.mayGoOn(time);
    Known known = before.said(event.at(), time);
    if (guest == null) {
      if (!counts) {
        return Optional.empty();
      }
      tombstones.putLast(alias, known);
      return Optional.of(expectation(alias, Kind.GONE, 0, "NOT_INSIDE"));
    }
    if (guest.session().expiresAt() <= time) {
      return Optional.of(sendHome(guest, known, "EXPIRED"));
    }
    return switch (event) {
      case Enter _ -> throw new IllegalStateException("an enter was seen to before");
      case Leave _ -> Optional.of(sendHome(guest, known, "LEFT"));
      case Here _ -> {
        put(new Guest(known, guest.position(), time));
        yield Optional.empty();
      }
      case Move move -> {
        boolean near = guest.position().distance(move.to()) <= 1;
        put(new Guest(known, counts && near ? move.to() : guest.position(), time));
        yield near || !counts
            ? Optional.empty()
            : Optional.of(
                new Expectation(
                    alias,
                    new Answer(Kind.REJECTED, guest.session().issuedAt(), "TOO_FAR"),
                    Optional.of(guest.position())));
      }
    };
  }

  /** The newest that is known of a guest counts: a login, or the end of one. */
  private Optional<Expectation> end(Ended ended) {
    String alias = ended.alias();
    long last = ended.last().issuedAt();
    Guest guest = inside.get(alias);
    Known known = guest == null ? remembered(alias) : guest.known();
    if (known != null && known.session().issuedAt() > last) {
      return Optional.empty();
    }
    Optional<Expectation> gone =
        Optional.ofNullable(guest).map(it -> sendHome(it, it.known(), "ENDED"));
    tombstones.remove(alias);
    over.merge(alias, last, Math::max);
    return gone;
  }

  private Optional<Expectation> enter(Enter enter, Guest guest) {
    Session session = enter.session();
    String alias = session.alias();
    if (session.expiresAt() <= time) {
      if (guest != null && guest.session().equals(session) && enter.at() > guest.known().at()) {
        return Optional.of(sendHome(guest, guest.known().said(enter.at(), time), "EXPIRED"));
      }
      return Optional.of(expectation(alias, Kind.REFUSED, session.issuedAt(), "EXPIRED"));
    }
    if (over.getOrDefault(alias, -1L) >= session.issuedAt()) {
      return Optional.of(expectation(alias, Kind.REFUSED, session.issuedAt(), "EXPIRED"));
    }
    over.remove(alias);
    Known known = guest == null ? remembered(alias) : guest.known();
    if (known != null && known.session().issuedAt() > session.issuedAt()) {
      return Optional.of(expectation(alias, Kind.REFUSED, session.issuedAt(), "SUPERSEDED"));
    }
    boolean again = known != null && known.session().equals(session);
    if (again && enter.at() <= known.at()) {
      return Optional.empty();
    }
    Known before = again ? known : new Known(session, 0, Allowance.WHOLE);
    boolean counts = before.mayGoOn(time);
    Known now = before.said(enter.at(), time);
    if (!counts) {
      if (guest != null) {
        put(new Guest(now, guest.position(), time));
      }
      return Optional.empty();
    }
    if (guest == null && (!orders.isOpen() || inside.size() >= orders.holds())) {
      tombstones.putLast(alias, now);
      String why = orders.isOpen() ? "FULL" : "CLOSED";
      return Optional.of(expectation(alias, Kind.REFUSED, session.issuedAt(), why));
    }
    tombstones.remove(alias);
    Position position = guest == null ? Position.GATE : guest.position();
    put(new Guest(now, position, time));
    return Optional.of(
        new Expectation(
            alias, new Answer(Kind.ADMITTED, session.issuedAt(), ""), Optional.of(position)));
  }

  private Known remembered(String alias) {
    Known known = tombstones.get(alias);
    return known == null || known.session().expiresAt() <= time ? null : known;
  }

  private void put(Guest guest) {
    inside.putLast(guest.session().alias(), guest);
  }

  private Expectation sendHome(Guest guest, Known last, String why) {
    String alias = guest.session().alias();
    inside.remove(alias);
    tombstones.putLast(alias, last);
    return expectation(alias, Kind.GONE, guest.session().issuedAt(), why);
  }

  private static Expectation expectation(String alias, Kind kind, long session, String reason) {
    return new Expectation(alias, new Answer(kind, session, reason), Optional.empty());
  }

  Optional<Position> positionOf(String alias) {
    return Optional.ofNullable(inside.get(alias)).map(Guest::position);
  }

  /** The login that counts of a guest inside: its {@link Session#issuedAt()}. */
  long sessionOf(String alias) {
    return inside.get(alias).session().issuedAt();
  }

  int population() {
    return inside.size();
  }

  /** The park's time, epoch milliseconds. */
  long time() {
    return time;
  }

  /** Records that bore no good signature. */
  long unsigned() {
    return unsigned;
  }

  Snapshot snapshot() {
    Snapshot.Draft draft = new Snapshot.Draft(inside.size(), orders.holds(), orders.isOpen());
    inside.values().forEach(guest -> draft.add(guest.session().shownAs(), guest.position()));
    return draft.finish();
  }
}
