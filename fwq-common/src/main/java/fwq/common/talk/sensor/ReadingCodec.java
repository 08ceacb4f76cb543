package fwq.common.talk.sensor;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import tools.jackson.databind.JsonNode;

/** Records of the topic {@code SD}. */
public final class ReadingCodec {
  private ReadingCodec() {}

  /** A sensor's reading: {@code [0,105]}, or {@code [0,105,3]} in another park than park 0. */
  public static byte[] write(Reading reading) {
    return JsonText.document(
        json -> {
          json.writeStartArray();
          json.writeNumber(reading.ride());
          json.writeNumber(reading.people());
          if (reading.park() != 0) {
            json.writeNumber(reading.park());
          }
          json.writeEndArray();
        });
  }

  /** A sensor's reading: {@code [0,105]}, or {@code [0,105,3]} in another park than park 0. */
  public static Reading read(byte[] bytes) throws BadMessageException {
    Reading plain = PlainReading.read(bytes);
    return plain == null ? readAny(bytes) : plain;
  }

  /** Reads what is not plain, too. */
  static Reading readAny(byte[] bytes) throws BadMessageException {
    JsonNode node = JsonText.parse(bytes);
    if (!node.isArray() || node.size() < 2 || node.size() > 3) {
      throw new BadMessageException(
          "a reading is [ride id, people in line], such as [0,105], or with a park as [0,105,3], got "
              + Fields.shortened(node.toString()));
    }
    int park = node.size() == 2 ? 0 : Fields.whole(node.get(2), "park");
    return JsonText.checked(
        () ->
            new Reading(
                park, Fields.whole(node.get(0), "ride id"), Fields.whole(node.get(1), "people")));
  }
}
