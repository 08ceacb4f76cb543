package fwq.journal.check;

import fwq.common.talk.journal.Span;
import java.util.Iterator;
import java.util.List;

/** The offsets of spans, one after the other. */
final class ReceiptedOffsets {
  private final Iterator<Span> spans;
  private long next;
  private long to;

  ReceiptedOffsets(List<Span> spans) {
    this.spans = spans.iterator();
    enter();
  }

  long offset() {
    return next;
  }

  /** Goes beyond the next offset if it is this one, and says whether it was. */
  boolean take(long offset) {
    if (next != offset) {
      return false;
    }
    next++;
    if (next == to) {
      enter();
    }
    return true;
  }

  private void enter() {
    if (spans.hasNext()) {
      Span span = spans.next();
      next = span.from();
      to = span.to();
    } else {
      next = Rows.END;
      to = Rows.END;
    }
  }
}
