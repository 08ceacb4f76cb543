package fwq.operator.desk;

import fwq.common.signing.ConsoleKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.SaidWord;
import java.util.Optional;

/** Who an operator is to a park: a login, or whoever can read the console's key. */
public sealed interface Signature {
  /** The login; nothing at the park's own machine. */
  Optional<Session> session();

  /** Signs an event's bytes for one park. */
  byte[] sign(int park, byte[] event);

  /** As the park calls the operator. */
  default String name() {
    return session().map(Session::alias).orElse(SaidWord.CONSOLE);
  }

  /** At the park's own machine. */
  record Console(ConsoleKey key) implements Signature {
    @Override
    public Optional<Session> session() {
      return Optional.empty();
    }

    @Override
    public byte[] sign(int park, byte[] event) {
      return key.sign(park, event);
    }
  }

  /** Anywhere else. */
  record Login(Session login, SessionKey key) implements Signature {
    @Override
    public Optional<Session> session() {
      return Optional.of(login);
    }

    @Override
    public byte[] sign(int park, byte[] event) {
      return key.sign(park, event);
    }
  }
}
