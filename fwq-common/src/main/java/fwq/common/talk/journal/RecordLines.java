package fwq.common.talk.journal;

import fwq.kit.json.JsonText;
import java.nio.charset.StandardCharsets;

/** Records as lines of JSON, for people and their tools. */
public final class RecordLines {
  private RecordLines() {}

  /** Such as {@code {"id":"…/17/1042","at":1764320000000,"key":"…","kind":"count","body":"…"}}. */
  public static String line(JournalRecord record) {
    return new String(
        JsonText.document(json -> JournalJson.record(json, record)), StandardCharsets.UTF_8);
  }
}
