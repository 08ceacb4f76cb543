package fwq.trips.seller;

import fwq.common.signing.OfferKey;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Query;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SearchRules;
import fwq.common.talk.trips.SearchRules.Checked;
import fwq.common.talk.trips.SellerCodec;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.SellerRequest.Change;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.TripsError;
import fwq.common.talk.trips.WrongFields;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.offers.Offer;
import fwq.trips.search.Catalogue;
import fwq.trips.search.Finder;
import fwq.trips.serving.Doorkeeper;
import fwq.trips.serving.Doorkeeper.Cost;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what a seller is asked. Called by many threads at once. */
final class SellerHandler implements FrameServer.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(SellerHandler.class);

  private final Trade trade;
  private final Stall stall;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Doorkeeper door;

  /**
   * What a seller trades in, and how.
   *
   * @param leg what it sells
   * @param home where flights start when nothing else is said
   * @param currency of all its prices
   * @param key of those who may change offers
   */
  record Trade(Leg leg, Town home, String currency, OfferKey key) {}

  SellerHandler(
      Trade trade, Stall stall, Catalogue catalogue, InstantSource clock, Doorkeeper door) {
    this.trade = trade;
    this.stall = stall;
    this.catalogue = catalogue;
    this.clock = clock;
    this.door = door;
  }

  @Override
  public byte[] reply(byte[] bytes, InetAddress from) throws BadMessageException {
    SellerRequest request;
    try {
      request = SellerCodec.readRequest(bytes);
    } catch (BadMessageException e) {
      door.count("unknown", ErrorCode.BAD_REQUEST.name());
      throw e;
    }
    SellerReply reply =
        door.enter(from, cost(request)).<SellerReply>map(it -> it).orElseGet(() -> answer(request));
    door.count(type(request), outcome(reply));
    return SellerCodec.write(reply);
  }

  private SellerReply answer(SellerRequest request) {
    try {
      return switch (request) {
        case Search it -> search(it);
        case SellerRequest.Hold it -> stall.hold(it);
        case SellerRequest.Confirm it -> stall.confirm(it.trip());
        case SellerRequest.Cancel it -> stall.cancel(it.trip());
        case SellerRequest.Status it -> stall.status(it.trip());
        case SellerRequest.Look it ->
            stall.look(it.offer()).map(SellerHandler::now).orElseGet(SellerHandler::noOffer);
        case Change it -> change(it);
      };
    } catch (DatabaseException e) {
      door.complain(e);
      return NotDone.of(
          ErrorCode.UNAVAILABLE, "the seller cannot use its database just now; try again later");
    }
  }

  private SellerReply search(Search search) {
    if (search.leg() != trade.leg()) {
      return NotDone.of(
          ErrorCode.BAD_REQUEST,
          "this seller has " + trade.leg().name().toLowerCase(Locale.ROOT) + ", ask the other one");
    }
    return switch (SearchRules.check(search, trade.home(), clock.instant())) {
      case Checked.Wrong it -> new WrongFields(it.fields());
      case Checked.Right it -> found(it.query());
    };
  }

  private Found found(Query query) {
    List<Matches> matches = new Finder(catalogue, clock.instant()).find(query);
    return new Found(
        trade.currency(),
        matches.getFirst(),
        matches.size() == 2 ? Optional.of(matches.getLast()) : Optional.empty(),
        OptionalInt.empty());
  }

  private SellerReply change(Change it) throws DatabaseException {
    String signed = Change.signed(it.offer(), it.version(), it.price(), it.stock());
    if (!trade.key().verify(signed, it.sig())) {
      return NotDone.of(
          TripsError.WRONG_SIGNATURE,
          "this is not signed with the seller's secret; give the --data that the seller has");
    }
    Optional<Offer> before = stall.look(it.offer());
    if (before.isEmpty()) {
      return noOffer();
    }
    Optional<Offer> after =
        stall.change(
            it.offer(),
            it.version(),
            it.price().orElse(before.get().price()),
            it.stock().orElse(before.get().stock()));
    after.ifPresent(offer -> LOG.info("offer {} is changed: {}", offer.id(), now(offer)));
    return after
        .map(SellerHandler::now)
        .orElseGet(
            () ->
                NotDone.of(
                    TripsError.NOT_CHANGED,
                    "the offer is not changed: somebody changed it meanwhile, or "
                        + before.get().taken()
                        + " places are taken, or the price or the stock is too large"));
  }

  private static SellerReply now(Offer it) {
    return new SellerReply.OfferNow(it.id(), it.version(), it.price(), it.stock(), it.taken());
  }

  private static SellerReply noOffer() {
    return NotDone.of(TripsError.NO_OFFER, "there is no offer with this id");
  }

  private static Cost cost(SellerRequest request) {
    return switch (request) {
      case SellerRequest.Hold _, SellerRequest.Confirm _, SellerRequest.Cancel _, Change _ ->
          Cost.WRITE;
      case Search _, SellerRequest.Status _, SellerRequest.Look _ -> Cost.READ;
    };
  }

  private static String type(SellerRequest request) {
    return switch (request) {
      case Search _ -> "search";
      case SellerRequest.Hold _ -> "hold";
      case SellerRequest.Confirm _ -> "confirm";
      case SellerRequest.Cancel _ -> "cancel";
      case SellerRequest.Status _ -> "status";
      case SellerRequest.Look _ -> "look";
      case Change _ -> "change";
    };
  }

  private static String outcome(SellerReply reply) {
    return switch (reply) {
      case NotDone it -> it.error().code();
      case SellerReply.Refused it -> it.why().code();
      case WrongFields _ -> "wrong";
      case Found _,
          SellerReply.Held _,
          SellerReply.Confirmed _,
          SellerReply.Cancelled _,
          SellerReply.Standing _,
          SellerReply.OfferNow _ ->
          "done";
    };
  }
}
