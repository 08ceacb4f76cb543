package fwq.journal.check;

import fwq.common.talk.journal.RowDigest;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Rows of one partition by rising offset, fetched page by page as they are taken. */
public final class Rows {
  /** After the last. */
  public static final long END = Long.MAX_VALUE;

  private final Pages pages;
  private Iterator<RowDigest> page;
  private RowDigest next;

  /** Gives the page that begins with the first row at or after an offset; none after the last. */
  @FunctionalInterface
  public interface Pages {
    /** Fetches it. */
    List<RowDigest> from(long offset) throws RowsException;
  }

  /** Begins at the first offset. */
  public Rows(Pages pages) throws RowsException {
    this.pages = pages;
    this.page = pages.from(0).iterator();
    advance(0);
  }

  /** These. */
  public static Rows of(List<RowDigest> rows) throws RowsException {
    return new Rows(offset -> rows.stream().filter(row -> row.offset() >= offset).toList());
  }

  /** Where the next row is, or {@link #END}. */
  public long offset() {
    return next == null ? END : next.offset();
  }

  /** Goes beyond the next row if it is at this offset, and gives it. */
  public Optional<RowDigest> take(long offset) throws RowsException {
    if (offset() != offset) {
      return Optional.empty();
    }
    RowDigest row = next;
    advance(offset + 1);
    return Optional.of(row);
  }

  private void advance(long from) throws RowsException {
    if (!page.hasNext()) {
      page = pages.from(from).iterator();
    }
    next = page.hasNext() ? page.next() : null;
  }
}
