package fwq.trips.agency;

import fwq.common.park.Legible;
import fwq.common.talk.trips.AgencyCodec;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.AgencyRequest.Book;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.TripsError;
import fwq.common.talk.trips.WrongField;
import fwq.common.talk.trips.WrongFields;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.serving.Doorkeeper;
import fwq.trips.serving.Doorkeeper.Cost;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what an agency is asked. Called by many threads at once; waits for sellers. */
final class AgencyHandler implements FrameServer.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(AgencyHandler.class);
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final long BUSY_MILLIS = 1_000;

  private final Desk desk;
  private final Doorkeeper door;
  private final AgencyAudit audit;
  private final LongSupplier nanoTime;

  /**
   * What an agency has to answer with.
   *
   * @param currency of all prices
   */
  record Desk(Bookings bookings, TripLog log, Sellers sellers, Owners owners, String currency) {}

  /**
   * Answers from this desk.
   *
   * @param nanoTime such as {@code System::nanoTime}
   */
  AgencyHandler(Desk desk, Doorkeeper door, AgencyAudit audit, LongSupplier nanoTime) {
    this.desk = desk;
    this.door = door;
    this.audit = audit;
    this.nanoTime = nanoTime;
  }

  @Override
  public byte[] reply(byte[] bytes, InetAddress from) throws BadMessageException {
    AgencyRequest request;
    try {
      request = AgencyCodec.readRequest(bytes);
    } catch (BadMessageException e) {
      door.count("unknown", ErrorCode.BAD_REQUEST.name());
      throw e;
    }
    Optional<NotDone> refused = door.enter(from, cost(request));
    AgencyReply reply = refused.isPresent() ? refused.get() : answer(request, from);
    door.count(type(request), outcome(reply));
    return AgencyCodec.write(reply);
  }

  private AgencyReply answer(AgencyRequest request, InetAddress from) {
    try {
      return switch (request) {
        case Search it -> search(it);
        case Book it -> book(it, from);
        case AgencyRequest.Trip it -> desk.bookings().trip(it.trip());
        case AgencyRequest.Mine it -> mine(it.ticket());
        case AgencyRequest.Cancel it -> {
          AgencyReply reply = desk.bookings().cancel(it.trip());
          audit.cancelled(from, reply);
          yield reply;
        }
      };
    } catch (Bookings.BusyException e) {
      return NotDone.later(
          ErrorCode.BUSY,
          "too many trips are being booked just now; try again in 1 s",
          BUSY_MILLIS);
    } catch (Owners.AwayException e) {
      return NotDone.of(ErrorCode.UNAVAILABLE, e.getMessage());
    } catch (DatabaseException e) {
      door.complain(e);
      return NotDone.of(
          ErrorCode.UNAVAILABLE, "the agency cannot use its database just now; try again later");
    }
  }

  private AgencyReply mine(Secret ticket) throws Owners.AwayException, DatabaseException {
    Optional<String> alias = desk.owners().of(ticket);
    return alias.isPresent() ? desk.log().of(alias.get(), desk.currency()) : expired();
  }

  private AgencyReply search(Search search) {
    long begun = nanoTime.getAsLong();
    SellerReply reply;
    try {
      reply = desk.sellers().ask(search.leg(), search);
    } catch (SellerAwayException e) {
      door.complain(e);
      return new AgencyReply.Away(search.leg());
    }
    return switch (reply) {
      case Found it when it.currency().equals(desk.currency()) ->
          it.took((int) ((nanoTime.getAsLong() - begun) / NANOS_A_MILLI));
      case Found it -> {
        LOG.warn(
            "{} are sold in {}, and this agency has {}: start both with the same --currency",
            search.leg(),
            it.currency(),
            desk.currency());
        yield new AgencyReply.Away(search.leg());
      }
      case WrongFields it -> it;
      case SellerReply.Held _,
          SellerReply.Refused _,
          SellerReply.Confirmed _,
          SellerReply.Cancelled _,
          SellerReply.Standing _,
          SellerReply.OfferNow _,
          NotDone _ ->
          new AgencyReply.Away(search.leg());
    };
  }

  private AgencyReply book(Book book, InetAddress from)
      throws Owners.AwayException, DatabaseException, Bookings.BusyException {
    if (!isName(book.traveller())) {
      return new WrongFields(
          List.of(
              new WrongField(
                  "traveller",
                  book.traveller().isBlank() ? WrongField.Why.MISSING : WrongField.Why.TOO_LONG,
                  "a traveller's name has 1 to "
                      + Book.TRAVELLER_LENGTH_MAX
                      + " characters, such as Ana Pérez")));
    }
    Optional<String> alias =
        book.ticket().isPresent() ? desk.owners().of(book.ticket().get()) : Optional.empty();
    if (book.ticket().isPresent() && alias.isEmpty()) {
      return expired();
    }
    AgencyReply reply = desk.bookings().book(book, alias);
    audit.booked(from, alias, reply);
    return reply;
  }

  private static boolean isName(String text) {
    return text.codePointCount(0, text.length()) <= Book.TRAVELLER_LENGTH_MAX
        && Legible.isName(text);
  }

  private static AgencyReply expired() {
    return NotDone.of(TripsError.EXPIRED, "you are no longer logged in; log in again");
  }

  private static Cost cost(AgencyRequest request) {
    return switch (request) {
      case Book _, AgencyRequest.Cancel _ -> Cost.WRITE;
      case Search _, AgencyRequest.Trip _, AgencyRequest.Mine _ -> Cost.READ;
    };
  }

  private static String type(AgencyRequest request) {
    return switch (request) {
      case Search _ -> "search";
      case Book _ -> "book";
      case AgencyRequest.Trip _ -> "trip";
      case AgencyRequest.Mine _ -> "mine";
      case AgencyRequest.Cancel _ -> "cancel";
    };
  }

  private static String outcome(AgencyReply reply) {
    return switch (reply) {
      case NotDone it -> it.error().code();
      case AgencyReply.Refused it -> it.why().code();
      case WrongFields _ -> "wrong";
      case AgencyReply.Away _ -> "away";
      case AgencyReply.GoesOn _ -> "goes_on";
      case Found _,
          AgencyReply.Booked _,
          AgencyReply.Cancelled _,
          AgencyReply.NoTrip _,
          AgencyReply.TripOf _,
          AgencyReply.Trips _ ->
          "done";
    };
  }
}
