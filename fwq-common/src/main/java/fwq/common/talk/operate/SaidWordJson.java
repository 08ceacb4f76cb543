package fwq.common.talk.operate;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The list of what operators said last, oldest first. */
public final class SaidWordJson {
  private static final String WORDS = "words";

  private SaidWordJson() {}

  /** Writes the field {@code words}. */
  public static void write(JsonGenerator json, List<SaidWord> words) {
    json.writeArrayPropertyStart(WORDS);
    for (SaidWord said : words) {
      json.writeStartObject();
      json.writeNumberProperty("time", said.time());
      json.writeStringProperty("by", said.by());
      json.writeNumberProperty("at", said.at());
      json.writeStringProperty("outcome", said.outcome().name());
      OperatorWordJson.write(json, said.word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Reads the field {@code words}. */
  public static List<SaidWord> read(Fields in) throws BadMessageException {
    List<SaidWord> words = new ArrayList<>();
    for (JsonNode node : in.array(WORDS)) {
      Fields said = Fields.of(node);
      words.add(
          JsonText.checked(
              () ->
                  new SaidWord(
                      said.longNumber("time"),
                      said.text("by"),
                      said.longNumber("at"),
                      OperatorWordJson.read(said),
                      said.constant("outcome", SaidWord.Outcome.class))));
    }
    return words;
  }
}
