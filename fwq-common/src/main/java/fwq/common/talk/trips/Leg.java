package fwq.common.talk.trips;

/** A part of a trip, and so the seller that has it. They are held in this order. */
public enum Leg {
  /** There and back. */
  FLIGHTS,
  /** Nights. */
  HOTELS,
  /** What to see. */
  TOURS
}
