package fwq.operator.operate;

import fwq.common.talk.operate.SaidWord;
import fwq.kit.program.Failure;

/** What an operator reads whose word does not count. */
final class Refused {
  private Refused() {}

  /** Goes on where the park does as told. */
  static void check(SaidWord said) throws Failure {
    switch (said.outcome()) {
      case DONE -> {}
      case EXPIRED, IDLE ->
          throw new Failure("your login is over, so the park did not do so; log in again");
      case TOO_MUCH ->
          throw new Failure(
              "the park cannot tell guests as much as that: give shorter reasons, or take back"
                  + " dates and rides that are no more needed");
      case NOT_CLOSED ->
          throw new Failure("only a closed park is cleared; say fwq operate close first");
    }
  }
}
