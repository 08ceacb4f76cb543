package fwq.web.guest;

import fwq.kit.json.JsonText;
import fwq.web.http.Reply;
import fwq.web.http.Reply.Document;

/** Answers that have nothing to add. */
final class Replies {
  /** It is done. */
  static final Document DONE = Reply.json(200, JsonText.object(_ -> {}));

  private Replies() {}
}
