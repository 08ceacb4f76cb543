package fwq.trips.saga;

import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.WrongFields;
import fwq.trips.saga.Saga.Answer;
import fwq.trips.saga.Saga.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The words of a saga as a seller's requests, and a seller's replies as answers. */
public final class Words {
  private Words() {}

  /** What is sent. */
  public static SellerRequest request(Say say, UUID trip, Map<Leg, List<Part>> legs) {
    return switch (say.word()) {
      case HOLD -> new SellerRequest.Hold(trip, legs.get(say.leg()));
      case CONFIRM -> new SellerRequest.Confirm(trip);
      case CANCEL -> new SellerRequest.Cancel(trip);
    };
  }

  /** What came back, unless it answers no word. */
  public static Optional<Answer> answer(SellerReply reply) {
    return switch (reply) {
      case SellerReply.Held _ -> Optional.of(new Answer.Held());
      case SellerReply.Refused it -> Optional.of(new Answer.No(it.why()));
      case SellerReply.Confirmed _ -> Optional.of(new Answer.Confirmed());
      case SellerReply.Cancelled _ -> Optional.of(new Answer.GivenBack());
      case Found _, WrongFields _, NotDone _, SellerReply.Standing _, SellerReply.OfferNow _ ->
          Optional.empty();
    };
  }
}
