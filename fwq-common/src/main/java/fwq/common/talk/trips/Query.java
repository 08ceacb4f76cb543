package fwq.common.talk.trips;

import java.time.LocalDate;
import java.util.OptionalInt;

/** A search whose fields are right. */
public sealed interface Query {
  /** Flights out and back. */
  record Flights(Town from, Town to, LocalDate dayOut, LocalDate dayBack, int seats)
      implements Query {}

  /** Rooms for all nights between two days. */
  record Hotels(Town city, LocalDate dayIn, LocalDate dayOut, OptionalInt beds, OptionalInt people)
      implements Query {}

  /** Tours of a day. */
  record Tours(Town city, LocalDate day) implements Query {}
}
