package fwq.registry;

import fwq.common.signing.AuditKey;
import fwq.common.signing.EngineKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.Session;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.AuditEntry;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A registry on a free port, with cheap passwords, a clock to set, and little patience. */
final class OpenRegistry implements AutoCloseable {
  static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(8, 1, 1);
  static final SharedSecret SECRET =
      SharedSecret.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  static final AuditKey AUDIT_KEY = new AuditKey(SECRET);
  private static final Keyring RING = Keyring.of(SECRET);
  static final Supplier<Keyring> KEYS = () -> RING;
  static final FrameServer.Limits LIMITS =
      new FrameServer.Limits(50, Duration.ofSeconds(20), Duration.ofMillis(300));

  final SetClock clock = new SetClock();
  volatile EngineKeys engines = EngineKeys.NONE;
  final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  final RegistryHandler handler;
  final Path file;
  final Accounts accounts;
  final Tickets tickets;
  private final Passwords passwords;
  private final FrameServer server;
  private final List<Guest> guests = new ArrayList<>();

  OpenRegistry(Path folder) throws Exception {
    this(folder, new Passwords(CHEAP, new SecureRandom()));
  }

  OpenRegistry(Path folder, Passwords passwords) throws Exception {
    this.file = folder.resolve("visitors.db");
    this.accounts = Accounts.open(file, AUDIT_KEY);
    this.passwords = passwords;
    this.tickets = new Tickets(KEYS, KEYS, Session.LIFETIME, clock);
    this.handler =
        new RegistryHandler(
            accounts,
            passwords,
            tickets,
            new RateLimit(1, 100),
            new RecentAudit(audited::add),
            () -> engines,
            clock,
            Metrics.unserved());
    this.server = new FrameServer(0, handler, LIMITS);
  }

  /** A new connection, closed with the registry. */
  Guest guest() throws Exception {
    Guest guest = new Guest(server.port());
    synchronized (guests) {
      guests.add(guest);
    }
    return guest;
  }

  /** A new connection, to be closed by whoever asked for it. */
  Guest stranger() throws Exception {
    return new Guest(server.port());
  }

  @Override
  public void close() throws IOException, DatabaseException {
    synchronized (guests) {
      for (Guest guest : guests) {
        guest.close();
      }
    }
    server.close();
    passwords.close();
    accounts.close();
  }
}
