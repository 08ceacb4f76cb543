package fwq.journal.filing;

import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.NodeReply;
import java.util.Iterator;
import java.util.List;

/** Follows a part of a chain, row by row, and holds it against what its node has said of it. */
public final class LinkCheck {
  private final Iterator<ChainLink> said;
  private ChainLink nextSaid;
  private ChainLink before;
  private long broken;

  /**
   * Begins.
   *
   * @param said by rising row
   * @param before the link before the first row
   */
  public LinkCheck(List<ChainLink> said, ChainLink before) {
    this.said = said.iterator();
    this.before = before;
    advance();
    hold(before);
  }

  /** The link of the row that came last. */
  public ChainLink before() {
    return before;
  }

  /** Whether a row did not fit. */
  public boolean isBroken() {
    return broken > 0;
  }

  /**
   * The next row.
   *
   * @param has the link that is stored with it
   * @param should the link that its content makes
   */
  public void row(ChainLink has, ChainLink should) {
    if (!has.equals(should)) {
      broken = before.seq() + 1;
    } else {
      before = has;
      hold(has);
    }
  }

  private void hold(ChainLink link) {
    while (nextSaid != null && nextSaid.seq() <= link.seq()) {
      if (nextSaid.seq() == link.seq() && !nextSaid.equals(link) && broken == 0) {
        broken = Math.max(1, link.seq());
      }
      advance();
    }
  }

  private void advance() {
    nextSaid = said.hasNext() ? said.next() : null;
  }

  /**
   * What was found.
   *
   * @param from the first row
   * @param isEnd whether there are no more rows
   */
  public NodeReply.Followed reply(long from, boolean isEnd) {
    if (isEnd && broken == 0 && nextSaid != null) {
      // It was said, and is not there: the end was cut off.
      broken = before.seq() + 1;
    }
    boolean goesOn = broken == 0 && !isEnd;
    return new NodeReply.Followed(before.seq() - from + 1, broken, goesOn ? before.seq() + 1 : 0);
  }
}
