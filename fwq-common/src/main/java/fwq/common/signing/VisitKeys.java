package fwq.common.signing;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What is needed to check who has said what is on the topic {@code Visitor}. For many threads. */
public final class VisitKeys {
  /** The purposes whose keys it takes. */
  public static final List<KeyPurpose> PURPOSES =
      List.of(KeyPurpose.SESSION, KeyPurpose.REVOCATION, KeyPurpose.CONSOLE);

  private final List<Supplier<Keyring>> all;
  private final Supplier<Keyring> sessions;
  private final DerivedKeys<RegistryKey> registry;
  private final DerivedKeys<ConsoleKey> console;

  /** With the keys of the purposes of these names. */
  public VisitKeys(
      Supplier<Keyring> sessions, Supplier<Keyring> revocations, Supplier<Keyring> consoles) {
    this.all = List.of(sessions, revocations, consoles);
    this.sessions = sessions;
    this.registry = new DerivedKeys<>(revocations, RegistryKey::derive);
    this.console = new DerivedKeys<>(consoles, ConsoleKey::derive);
  }

  /** All of one secret, as older versions had it. */
  public static VisitKeys of(SharedSecret secret) {
    Keyring one = Keyring.of(secret);
    return new VisitKeys(() -> one, () -> one, () -> one);
  }

  /** As they are now. */
  public static VisitKeys load(ParkKeys keys, Instant now, SecureRandom random) throws IOException {
    Keyring sessions = keys.load(KeyPurpose.SESSION, now, random);
    Keyring revocations = keys.load(KeyPurpose.REVOCATION, now, random);
    Keyring consoles = keys.load(KeyPurpose.CONSOLE, now, random);
    return new VisitKeys(() -> sessions, () -> revocations, () -> consoles);
  }

  /** Whether what was signed then can be checked: none of its keys is forgotten. */
  public boolean reachBackTo(Instant moment) {
    return all.stream().noneMatch(ring -> ring.get().keys().getFirst().since().isAfter(moment));
  }

  /** What a session's key comes of. */
  public SharedSecret secretOf(Session session) {
    return sessions.get().at(Instant.ofEpochMilli(session.issuedAt())).secret();
  }

  /** A session's key. */
  public SessionKey keyOf(Session session) {
    return SessionKey.derive(secretOf(session), session);
  }

  /**
   * Whether the registry has signed this.
   *
   * @param signature or null
   */
  public boolean isRegistrys(int park, byte[] event, byte[] signature) {
    return registry.any(key -> key.verify(park, event, signature));
  }

  /**
   * Whether this was signed at the park's own machine.
   *
   * @param signature or null
   */
  public boolean isConsoles(int park, byte[] event, byte[] signature) {
    return console.any(key -> key.verify(park, event, signature));
  }

  /** Signs as the park's own machine. */
  public byte[] signAsConsole(int park, byte[] event, Instant now) {
    return console.at(now).sign(park, event);
  }
}
