package fwq.trips.saga;

import fwq.common.talk.trips.AgencyReply.Refused;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Refusal;
import fwq.trips.saga.Progress.Booked;
import fwq.trips.saga.Progress.Cancelled;
import fwq.trips.saga.Progress.Cancelling;
import fwq.trips.saga.Progress.Confirming;
import fwq.trips.saga.Progress.Holding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a trip comes to be booked at all its sellers or at none: which words are to be said next, and
 * what an answer changes. A step is durable before its words are said, so that nobody forgets what
 * was said: after a crash the same step begins anew, and every word may be said again.
 *
 * <p>Legs are held one after the other, always in the same order: of two trips that want the last
 * places of the same two sellers, one gets both.
 *
 * @param legs in the order in which they are held
 */
public record Saga(List<Leg> legs, Progress progress) {
  public Saga {
    legs = List.copyOf(legs);
  }

  /** What is said to a seller. */
  public enum Word {
    /** Give me these places for a while. */
    HOLD,
    /** I take them. */
    CONFIRM,
    /** I give them back, and want none any more. */
    CANCEL
  }

  /** A word and whom it is for. */
  public record Say(Leg leg, Word word) {}

  /** What a seller said. */
  public sealed interface Answer {
    /** The places are held, or taken by now. */
    record Held() implements Answer {}

    /** They are not. */
    record No(Refusal why) implements Answer {}

    /** They are taken for good. */
    record Confirmed() implements Answer {}

    /** They are given back. */
    record GivenBack() implements Answer {}
  }

  /** A trip of which nothing is held yet. */
  public static Saga of(Set<Leg> legs) {
    return new Saga(EnumSet.copyOf(legs).stream().toList(), new Holding(Set.of()));
  }

  /** The same after a crash: who has answered in this step is not known any more. */
  public Saga resumed() {
    return to(
        switch (progress) {
          case Holding _ -> new Holding(Set.of());
          case Confirming _ -> new Confirming(Set.of());
          case Cancelling it -> new Cancelling(it.because(), Set.of());
          case Booked it -> it;
          case Cancelled it -> it;
        });
  }

  /** What is to be said now; the words of one step may be said at the same time. */
  public List<Say> words() {
    return switch (progress) {
      case Holding it -> say(Word.HOLD, it.held()).subList(0, 1);
      case Confirming it -> say(Word.CONFIRM, it.confirmed());
      case Cancelling it -> say(Word.CANCEL, it.givenBack());
      case Booked _, Cancelled _ -> List.of();
    };
  }

  private List<Say> say(Word word, Set<Leg> done) {
    return legs.stream().filter(leg -> !done.contains(leg)).map(leg -> new Say(leg, word)).toList();
  }

  /** What is so once a seller has answered. What comes late, or twice, changes nothing. */
  public Saga hear(Leg leg, Answer answer) {
    return switch (progress) {
      case Holding it ->
          switch (answer) {
            case Answer.Held _ -> held(it.held(), leg);
            case Answer.No no -> isAsked(leg) ? giveBack(Optional.of(leg), no.why()) : this;
            case Answer.Confirmed _, Answer.GivenBack _ -> this;
          };
      case Confirming it ->
          switch (answer) {
            case Answer.Confirmed _ -> confirmed(it.confirmed(), leg);
            case Answer.No(Refusal.Expired why) -> giveBack(Optional.of(leg), why);
            case Answer.No _, Answer.Held _, Answer.GivenBack _ -> this;
          };
      case Cancelling it ->
          switch (answer) {
            case Answer.GivenBack _ -> givenBack(it, leg);
            case Answer.Held _, Answer.No _, Answer.Confirmed _ -> this;
          };
      case Booked _, Cancelled _ -> this;
    };
  }

  private boolean isAsked(Leg leg) {
    return words().contains(new Say(leg, Word.HOLD));
  }

  /** The seller of a leg cannot be asked for places in time: then the guest is not kept waiting. */
  public Saga away(Leg leg) {
    return progress instanceof Holding && isAsked(leg)
        ? giveBack(Optional.of(leg), new Refusal.Away())
        : this;
  }

  /** Whoever booked it wants it no more. */
  public Saga cancel() {
    return switch (progress) {
      case Holding _, Confirming _, Booked _ -> giveBack(Optional.empty(), new Refusal.Cancelled());
      case Cancelling _, Cancelled _ -> this;
    };
  }

  /** Whether there is nothing left to say. */
  public boolean isOver() {
    return words().isEmpty();
  }

  private Saga held(Set<Leg> before, Leg leg) {
    Set<Leg> now = and(before, leg);
    return to(now.containsAll(legs) ? new Confirming(Set.of()) : new Holding(now));
  }

  private Saga confirmed(Set<Leg> before, Leg leg) {
    Set<Leg> now = and(before, leg);
    return to(now.containsAll(legs) ? new Booked() : new Confirming(now));
  }

  private Saga givenBack(Cancelling before, Leg leg) {
    Set<Leg> now = and(before.givenBack(), leg);
    return to(
        now.containsAll(legs)
            ? new Cancelled(before.because())
            : new Cancelling(before.because(), now));
  }

  private Saga giveBack(Optional<Leg> leg, Refusal why) {
    return to(new Cancelling(new Refused(leg, why), Set.of()));
  }

  private Saga to(Progress next) {
    return new Saga(legs, next);
  }

  private static Set<Leg> and(Set<Leg> before, Leg leg) {
    Set<Leg> both = EnumSet.of(leg);
    both.addAll(before);
    return both;
  }
}
