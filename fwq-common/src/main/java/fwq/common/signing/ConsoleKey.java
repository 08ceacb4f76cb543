package fwq.common.signing;

/** Signs and checks what is said at the park's own machine, by whoever can read its secret. */
public final class ConsoleKey extends EventKey {
  private ConsoleKey(SharedSecret secret) {
    super(secret, "fwq console key 1");
  }

  /** The console's key, for those who know the shared secret. */
  public static ConsoleKey derive(SharedSecret secret) {
    return new ConsoleKey(secret);
  }
}
