package fwq.common.talk.visit;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator says to the park.
 *
 * @param session of the operator; nothing at the park's own machine
 * @param at epoch milliseconds by the park's time as the operator knows it; rises with each word of
 *     a login, so that none can be said twice
 */
public record Operate(Optional<Session> session, long at, OperatorWord word) implements ParkEvent {
  /** Refuses a guest's session. */
  public Operate {
    Objects.requireNonNull(word, "word");
    if (at < 0) {
      throw new IllegalArgumentException("at is milliseconds since 1970, got " + at);
    }
    if (session.isPresent()
        && (session.get().role() != Role.OPERATOR
            || session.get().alias().equals(SaidWord.CONSOLE))) {
      throw new IllegalArgumentException("only an operator runs the park");
    }
  }

  /** Who says it. */
  @Override
  public String alias() {
    return session.map(Session::alias).orElse(SaidWord.CONSOLE);
  }
}
