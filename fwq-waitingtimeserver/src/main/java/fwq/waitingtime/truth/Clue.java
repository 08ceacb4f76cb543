package fwq.waitingtime.truth;

import java.util.function.ToDoubleFunction;

/**
 * One thing that tells how much of the posted wait a guest will stand, as a logarithm of the share.
 * Each is small and can be left out; a {@link Lesson} finds out what it is worth.
 */
enum Clue {
  /** Nothing: what all have in common. */
  ONE(_ -> 1),

  /** The share that guests of this ride stood lately. */
  LEVEL(Situation::level),

  /** The same over a longer time, where it differs. */
  SLOW(s -> s.ride().slow.mean(s.ride().prior, 20) - s.level()),

  /** The share that guests of all rides stood lately. */
  ALL(s -> s.park().all.mean(s.park().prior, 20) - s.park().prior),

  /** Guests who saw such a sign at such an hour. */
  ALIKE(s -> s.ride().alike.beyondLevel()),

  /** The same, with a memory of months. */
  ALIKE_LONG(s -> s.ride().alike.beyondLevelLong()),

  /** How long the last one stood who boarded. */
  LAST(Situation::last),

  /** Who stands in line for longer than expected, and is still there. */
  LINE(Situation::line),

  /** What was wrong with this ride's estimates today. */
  RIDE_TODAY(s -> s.ride().errorsToday.mean(s.at().at(), 3)),

  /** What was wrong with all rides' estimates today. */
  ALL_TODAY(s -> s.park().errorsToday.mean(s.at().at(), 5)),

  /** How far the sign has risen in half an hour. */
  RISE(s -> s.above(s.ride().signs.halfAnHourBefore(s.at().at()))),

  /** How far the sign is above its mean of today. */
  HIGH(s -> s.above(s.ride().signs.mean(s.at().at()))),

  /** Whether the ride has opened within half an hour. */
  OPENING(s -> s.sinceOpening(30)),

  /** Within one and a half. */
  MORNING(s -> s.sinceOpening(90)),

  /** Within five. */
  FORENOON(s -> s.sinceOpening(300)),

  /** How far the sign is above the usual of this hour. */
  UNUSUAL(s -> s.at().unusual()),

  /** How far other rides' signs are: whether the park is full. */
  CROWD(s -> s.park().crowd(s.ride(), s.at())),

  /** Both ends of the day are unlike its middle. */
  FROM_NOON(Situation::fromNoon),

  /** How much the sign usually rises in the next half hour. */
  USUAL_RISE(Situation::usualRise),

  /** What the first lesson got wrong with guests who saw such a sign, as unusual as that. */
  LIKE_ERRORS(s -> s.ride().alike.likeError()),

  /** What it got wrong with this ride at this hour. */
  HOUR_ERRORS(s -> s.ride().hourErrors.mean(s.at().at())),

  /** What it got wrong with all rides at this hour. */
  ALL_HOUR_ERRORS(s -> s.park().hourErrors.mean(s.at().at())),

  /** What it got wrong with this ride in the last day. */
  LATELY(s -> s.ride().lately.mean(s.at().at(), 3));

  @SuppressWarnings("ImmutableEnumChecker") // All of them are functions without state.
  private final ToDoubleFunction<Situation> value;

  Clue(ToDoubleFunction<Situation> value) {
    this.value = value;
  }

  double in(Situation situation) {
    return value.applyAsDouble(situation);
  }
}
