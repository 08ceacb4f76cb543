package fwq.common.talk.operate;

/** Who stops a ride. It runs when nobody does, so that one does not open what another closed. */
public enum Cause {
  /** A person. */
  OPERATOR,
  /** A rule about the weather. */
  WEATHER
}
