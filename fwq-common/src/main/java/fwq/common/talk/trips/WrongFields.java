package fwq.common.talk.trips;

import java.util.List;

/** The answer to a search or a booking whose fields are not right: what is wrong with each. */
public record WrongFields(List<WrongField> fields) implements SellerReply, AgencyReply {
  public WrongFields {
    fields = List.copyOf(fields);
  }
}
