package fwq.common.talk.journal;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import tools.jackson.core.JsonGenerator;

/** The result of a check, as fields. */
final class CheckJson {
  private CheckJson() {}

  static void write(JsonGenerator json, CheckResult result) {
    CheckResult.Counts counts = result.counts();
    json.writeNumberProperty("records", counts.records());
    json.writeNumberProperty("saidAgain", counts.saidAgain());
    json.writeNumberProperty("unreadable", counts.unreadable());
    json.writeNumberProperty("waiting", counts.waiting());
    json.writeNumberProperty("awayOnly", counts.awayOnly());
    json.writeNumberProperty("oneCopy", counts.oneCopy());
    json.writeNumberProperty("links", counts.links());
    json.writeNumberProperty("missing", result.wrong().missing());
    json.writeNumberProperty("repeated", result.wrong().repeated());
    json.writeNumberProperty("changed", result.wrong().changed());
    JournalJson.list(json, "examples", result.examples(), JsonGenerator::writeString);
  }

  static CheckResult read(Fields in) throws BadMessageException {
    return new CheckResult(
        new CheckResult.Counts(
            in.longNumber("records"),
            in.longNumber("saidAgain"),
            in.longNumber("unreadable"),
            in.longNumber("waiting"),
            in.longNumber("awayOnly"),
            in.longNumber("oneCopy"),
            in.longNumber("links")),
        new CheckResult.Wrong(
            in.longNumber("missing"), in.longNumber("repeated"), in.longNumber("changed")),
        JournalJson.list(in, "examples", JournalJson::text));
  }
}
