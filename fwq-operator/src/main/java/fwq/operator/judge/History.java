package fwq.operator.judge;

import fwq.common.park.Position;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What really happened in a park, by its guests' records: the picture at each offset that a frame
 * speaks of, and what each guest was to be told.
 */
public final class History {
  /** What happened so shortly before the end may not have been answered yet. */
  static final long GRACE_MILLIS = 2_000;

  private final Model model;
  private final int capacity;
  private final long[] wanted;
  private final Map<Long, Snapshot> snapshots = new HashMap<>();
  private final Map<String, Guest> guests = new HashMap<>();
  private int next;
  private long records;
  private long ticks;
  private long unreadable;
  private long end;
  private int mostInside;

  /** Whom a guest was, and what the guest was to be told. */
  private static final class Guest {
    private final Map<Answer, Due> due = new HashMap<>();
    // By session: every cell the guest stood on.
    private final Map<Long, BitSet> trail = new HashMap<>();
    private long changedOffset;
    private long changedTime;
  }

  /** An answer that is due so many times, with these places. */
  private static final class Due {
    private final BitSet places = new BitSet();
    private int times;
  }

  /**
   * A history to be told.
   *
   * @param capacity guests that the park holds
   */
  public History(int capacity, Survey survey) {
    this.model = new Model(capacity);
    this.capacity = capacity;
    this.wanted = survey.offsets();
  }

  public void add(VisitorRecord record) {
    keepSnapshotsUpTo(record.offset());
    end = record.offset() + 1;
    records++;
    for (Expectation expected : model.replay(record)) {
      expect(expected, record.offset());
    }
    mostInside = Math.max(mostInside, model.population());
    switch (record) {
      case VisitorRecord.Tick _ -> ticks++;
      case VisitorRecord.Unreadable _ -> unreadable++;
      // It can only send someone home.
      case VisitorRecord.Revocation _, VisitorRecord.Word _ -> {}
      case VisitorRecord.Event said -> follow(said.event().alias());
    }
  }

  /**
   * Says that the topic has no more records.
   *
   * @param offset where it ends
   */
  public void end(long offset) {
    end = Math.max(end, offset);
    keepSnapshotsUpTo(end);
  }

  private void keepSnapshotsUpTo(long offset) {
    Snapshot now = null;
    while (next < wanted.length && wanted[next] <= offset) {
      if (now == null) {
        now = model.snapshot();
      }
      snapshots.put(wanted[next++], now);
    }
  }

  private void expect(Expectation expected, long offset) {
    Guest guest = guests.computeIfAbsent(expected.alias(), _ -> new Guest());
    Due due = guest.due.computeIfAbsent(expected.answer(), _ -> new Due());
    due.times++;
    expected.position().ifPresent(position -> due.places.set(position.cell()));
    switch (expected.answer().kind()) {
      case ADMITTED, GONE -> {
        guest.changedOffset = offset;
        guest.changedTime = model.time();
      }
      case REFUSED, REJECTED -> {}
    }
  }

  private void follow(String alias) {
    model
        .positionOf(alias)
        .ifPresent(
            position ->
                guests
                    .get(alias)
                    .trail
                    .computeIfAbsent(model.sessionOf(alias), _ -> new BitSet(Position.CELLS))
                    .set(position.cell()));
  }

  /** The picture that includes everything before this offset, where the survey asked for it. */
  Optional<Snapshot> snapshot(long offset) {
    return Optional.ofNullable(snapshots.get(offset));
  }

  /** How many times a guest is to be told this. */
  int due(String alias, Answer answer) {
    Due due = due(guests.get(alias), answer);
    return due == null ? 0 : due.times;
  }

  /** Whether this answer, when it was given first, came with this place. */
  boolean isPlace(String alias, Answer answer, Position position) {
    Due due = due(guests.get(alias), answer);
    return due != null && due.places.get(position.cell());
  }

  /** Whether a guest ever stood there in that session. */
  boolean wasAt(String alias, long session, Position position) {
    Guest guest = guests.get(alias);
    BitSet trail = guest == null ? null : guest.trail.get(session);
    return trail != null && trail.get(position.cell());
  }

  private static Due due(Guest guest, Answer answer) {
    return guest == null ? null : guest.due.get(answer);
  }

  /**
   * Whether it may be that nobody has told a guest yet of having come in or gone: that was after
   * the last picture, or in the last 2 s.
   */
  boolean isFresh(String alias, long lastPicture) {
    Guest guest = guests.get(alias);
    return guest != null
        && (guest.changedOffset >= lastPicture || model.time() - guest.changedTime < GRACE_MILLIS);
  }

  Set<String> aliases() {
    return guests.keySet();
  }

  boolean isInside(String alias) {
    return model.positionOf(alias).isPresent();
  }

  /** The first offset that is not part of it. */
  public long end() {
    return end;
  }

  /** The park's time at the end, epoch milliseconds. */
  long time() {
    return model.time();
  }

  /** Records of guests and ticks. */
  public long records() {
    return records;
  }

  /** Records that only let time pass. */
  public long ticks() {
    return ticks;
  }

  /** Records that nobody understands. */
  public long unreadable() {
    return unreadable;
  }

  /** Records whose signature is wrong or missing. */
  public long unsigned() {
    return model.unsigned();
  }

  /** Guests that were ever to be told anything. */
  public int guests() {
    return guests.size();
  }

  public int inside() {
    return model.population();
  }

  public int mostInside() {
    return mostInside;
  }

  public int capacity() {
    return capacity;
  }
}
