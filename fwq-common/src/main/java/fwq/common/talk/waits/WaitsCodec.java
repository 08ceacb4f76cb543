package fwq.common.talk.waits;

import fwq.common.talk.RidesJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.JsonText;

/** The waiting time server's requests and replies, as frames' content. */
public final class WaitsCodec {
  private WaitsCodec() {}

  /** A request to the waiting time server. */
  public static byte[] write(WaitsRequest request) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "waits");
          // Whoever knows of one park only says and expects no number.
          if (request.park() != 0) {
            json.writeNumberProperty("park", request.park());
          }
        });
  }

  /** A request to the waiting time server. */
  public static WaitsRequest readRequest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "waits" -> new WaitsRequest(in.optionalNumber("park").orElse(0));
              default -> throw JsonText.unknownType(type, "waits");
            });
  }

  /** A reply of the waiting time server. */
  public static byte[] write(WaitsReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case WaitsReply.Waits it -> {
              json.writeStringProperty("type", "waits");
              RidesJson.write(json, it.rides());
            }
            case WaitsReply.Refused it -> it.error().write(json);
          }
        });
  }

  /** A reply of the waiting time server. */
  public static WaitsReply readReply(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "waits" -> new WaitsReply.Waits(RidesJson.read(in));
              case "error" -> new WaitsReply.Refused(ErrorReply.read(in));
              default -> throw JsonText.unknownType(type, "waits or error");
            });
  }
}
