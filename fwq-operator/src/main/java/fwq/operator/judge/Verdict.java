package fwq.operator.judge;

import fwq.common.park.Position;
import fwq.operator.judge.Answer.Kind;
import fwq.operator.judge.EngineRecord.Frame;
import fwq.operator.judge.EngineRecord.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what the engines said of one park against what really happened. A record of an epoch lower
 * than one seen before is a ghost's, an engine that lost the park and does not know: nobody
 * believes it.
 */
public final class Verdict {
  /** Violations told in full, of all kinds and of one. The others are counted. */
  private static final int TOLD_MAX = 20;

  private static final int TOLD_OF_A_KIND_MAX = 8;

  private final int park;
  private final History history;
  private final boolean whole;
  private final List<Violation> told = new ArrayList<>();
  private final Map<Violation.Kind, Long> counts = new EnumMap<>(Violation.Kind.class);
  private final List<OwnershipSeen> ownerships = new ArrayList<>();
  private final Map<String, Heard> heard = new HashMap<>();
  private long highest = -1;
  private boolean takenOver;
  private Frame last;
  private long answers;
  private long compared;
  private long ghosts;

  /** What one guest was told. */
  private static final class Heard {
    private final Map<Answer, Tally> tallies = new HashMap<>();
    private Said standing;
  }

  /** How often something was said in a ownership. */
  private static final class Tally {
    private long epoch;
    private int times;
  }

  /**
   * A verdict to be reached.
   *
   * @param whole whether the topic {@code Engine} is there from its beginning
   */
  public Verdict(int park, History history, boolean whole) {
    this.park = park;
    this.history = history;
    this.whole = whole;
  }

  public void add(EngineRecord record) {
    switch (record) {
      case EngineRecord.Unreadable it -> add(Violation.Kind.UNREADABLE, it, "", it.why());
      case EngineRecord.Told _ -> {}
      case Frame frame -> {
        if (isBelieved(frame.epoch())) {
          frame(frame);
        }
      }
      case Said said -> {
        if (isBelieved(said.epoch())) {
          said(said);
        }
      }
    }
  }

  private boolean isBelieved(long epoch) {
    if (epoch < highest) {
      ghosts++;
      return false;
    }
    takenOver |= highest >= 0 && epoch > highest;
    highest = Math.max(highest, epoch);
    return true;
  }

  private void frame(Frame frame) {
    if (frame.park() != park) {
      add(Violation.Kind.CONTRADICTION, frame, "", "it says that it shows park " + frame.park());
    }
    if (last != null && last.epoch() == frame.epoch()) {
      follow(frame);
      ownerships.add(ownerships.removeLast().with(frame));
    } else {
      ownerships.add(new OwnershipSeen(frame.epoch(), frame.time(), frame.time(), 1));
    }
    last = frame;
    add(frame, Snapshot.contradictions(frame.map()));
    Optional<Snapshot> truth =
        frame.until() > history.end() ? Optional.empty() : history.snapshot(frame.until());
    if (truth.isEmpty()) {
      add(
          Violation.Kind.SEQUENCE,
          frame,
          "",
          "it includes the guests' records before offset %d, but they end at %d"
              .formatted(frame.until(), history.end()));
      return;
    }
    compared++;
    add(frame, truth.get().differences(frame.map()));
  }

  private void follow(Frame frame) {
    if (frame.seq() != last.seq() + 1) {
      add(
          Violation.Kind.SEQUENCE,
          frame,
          "",
          "number %d of epoch %d follows number %d"
              .formatted(frame.seq(), frame.epoch(), last.seq()));
    }
    if (frame.until() < last.until()) {
      add(
          Violation.Kind.SEQUENCE,
          frame,
          "",
          "it includes the guests' records before offset %d, the frame before it those before %d"
              .formatted(frame.until(), last.until()));
    }
  }

  private void said(Said said) {
    answers++;
    Heard guest = heard.computeIfAbsent(said.alias(), _ -> new Heard());
    switch (said.answer().kind()) {
      case ADMITTED, GONE -> guest.standing = said;
      case REFUSED, REJECTED -> {}
    }
    // A new owner may say again what was answered after the last note; an owner says it once.
    Tally tally = guest.tallies.computeIfAbsent(said.answer(), _ -> new Tally());
    if (tally.epoch != highest) {
      tally.epoch = highest;
      tally.times = 0;
    }
    tally.times++;
    int due = history.due(said.alias(), said.answer());
    if (tally.times > due) {
      add(
          kindOfWrong(said, due),
          said,
          said.alias(),
          "is told %s, time %d in epoch %d, but it is due %d times"
              .formatted(said.answer(), tally.times, highest, due));
    } else {
      said.position().ifPresent(position -> place(said, position));
    }
  }

  private Violation.Kind kindOfWrong(Said said, int due) {
    return switch (said.answer().kind()) {
      case ADMITTED -> due == 0 ? Violation.Kind.DOUBLED : Violation.Kind.WRONG_ANSWER;
      case GONE ->
          history.isInside(said.alias()) ? Violation.Kind.LOST : Violation.Kind.WRONG_ANSWER;
      case REFUSED, REJECTED -> Violation.Kind.WRONG_ANSWER;
    };
  }

  /** After a takeover an answer that is given again may tell where the guest is by now. */
  private void place(Said said, Position position) {
    boolean given = history.isPlace(said.alias(), said.answer(), position);
    boolean newer =
        (takenOver || !whole) && history.wasAt(said.alias(), said.answer().session(), position);
    if (!given && !newer) {
      add(
          Violation.Kind.MISPLACED,
          said,
          said.alias(),
          "is told %s at %d, but never was there".formatted(said.answer(), position.cell()));
    }
  }

  /** Says that the topic has no more records, and looks whether everybody knows where they are. */
  public void end() {
    long lastPicture = last == null ? Long.MAX_VALUE : last.until();
    Set<String> everybody = new HashSet<>(history.aliases());
    everybody.addAll(heard.keySet());
    for (String alias : everybody) {
      Said standing = heard.containsKey(alias) ? heard.get(alias).standing : null;
      boolean inside = history.isInside(alias);
      boolean believesInside = standing != null && standing.answer().kind() == Kind.ADMITTED;
      boolean unknown = standing == null && !whole;
      if (inside == believesInside || unknown || history.isFresh(alias, lastPicture)) {
        continue;
      }
      EngineRecord where =
          standing != null
              ? standing
              : new EngineRecord.Unreadable(last == null ? 0 : last.offset(), history.time(), "");
      if (inside && standing != null) {
        add(Violation.Kind.LOST, where, alias, "is inside, but was told last " + standing.answer());
      } else if (inside) {
        add(Violation.Kind.UNTOLD, where, alias, "is inside, but was never told");
      } else {
        add(Violation.Kind.UNTOLD, where, alias, "is outside, but was never told so");
      }
    }
  }

  private void add(Frame frame, List<Snapshot.Difference> differences) {
    for (Snapshot.Difference difference : differences) {
      add(difference.kind(), frame, difference.name(), difference.what());
    }
  }

  private void add(Violation.Kind kind, EngineRecord where, String alias, String what) {
    long so = counts.merge(kind, 1L, Long::sum);
    if (told.size() < TOLD_MAX && so <= TOLD_OF_A_KIND_MAX) {
      told.add(new Violation(kind, where.offset(), where.time(), alias, what));
    }
  }

  /** The first violations, not more than 20 and not more than 8 of a kind. */
  public List<Violation> told() {
    return List.copyOf(told);
  }

  public Map<Violation.Kind, Long> counts() {
    return new EnumMap<>(counts);
  }

  public long violations() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The ownerships, in order. */
  public List<OwnershipSeen> ownerships() {
    return List.copyOf(ownerships);
  }

  /** Answers that were believed. */
  public long answers() {
    return answers;
  }

  /** Frames that were believed. */
  public long frames() {
    return ownerships.stream().mapToLong(OwnershipSeen::frames).sum();
  }

  /** Frames that were held against the guests' records; the others do not say what they include. */
  public long compared() {
    return compared;
  }

  /** Records of engines that had lost the park. */
  public long ghosts() {
    return ghosts;
  }
}
