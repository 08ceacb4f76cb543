package fwq.common.talk.trips;

/** What numbers of messages must be. */
final class Checks {
  private Checks() {}

  /** Refuses the id of no offer. */
  static void offer(long id) {
    atLeast(1, id, "an offer's id");
  }

  static void atLeast(long least, long number, String what) {
    if (number < least) {
      throw new IllegalArgumentException(what + " is a number from " + least + ", got " + number);
    }
  }
}
