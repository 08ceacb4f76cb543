package fwq.trips.saga;

import fwq.common.talk.trips.AgencyReply.Refused;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Leg;
import java.util.Objects;
import java.util.Set;

/**
 * How far a trip is. Which state it is in is durable; which sellers have answered in that state is
 * not, and is asked again after a crash.
 */
public sealed interface Progress {
  /** What is kept of it, and shown. */
  State state();

  /** Places are asked for; becomes Confirming when all are held, else Cancelling. */
  record Holding(Set<Leg> held) implements Progress {
    public Holding {
      held = Set.copyOf(held);
    }

    @Override
    public State state() {
      return State.HOLDING;
    }
  }

  /**
   * All are held; becomes Booked when all are taken, Cancelling when a seller held them too long.
   */
  record Confirming(Set<Leg> confirmed) implements Progress {
    public Confirming {
      confirmed = Set.copyOf(confirmed);
    }

    @Override
    public State state() {
      return State.CONFIRMING;
    }
  }

  /** All are taken; becomes Cancelling when whoever booked wants it no more. */
  record Booked() implements Progress {
    @Override
    public State state() {
      return State.BOOKED;
    }
  }

  /** All is given back, held or taken; becomes Cancelled when all sellers have it. */
  record Cancelling(Refused because, Set<Leg> givenBack) implements Progress {
    public Cancelling {
      Objects.requireNonNull(because, "because");
      givenBack = Set.copyOf(givenBack);
    }

    @Override
    public State state() {
      return State.CANCELLING;
    }
  }

  /** Nothing is held or taken, for good. */
  record Cancelled(Refused because) implements Progress {
    public Cancelled {
      Objects.requireNonNull(because, "because");
    }

    @Override
    public State state() {
      return State.CANCELLED;
    }
  }
}
