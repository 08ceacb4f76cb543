package fwq.trials.bench.registry;

import fwq.common.signing.AuditKey;
import fwq.common.signing.EngineKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.Session;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.file.ScratchFolder;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import fwq.registry.Accounts;
import fwq.registry.PasswordHash;
import fwq.registry.Passwords;
import fwq.registry.RecentAudit;
import fwq.registry.RegistryHandler;
import fwq.registry.Tickets;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A registry with guests in this process, without TLS: what is measured is what it does itself. */
final class OpenRegistry implements AutoCloseable {
  static final int GUESTS = 32;
  static final Secret PASSWORD = new Secret("correct horse battery");

  private static final Keyring KEYS = Keyring.of(SharedSecret.of(new byte[32]));
  private static final int ANY_RATE = 1_000_000;

  private final ScratchFolder scratch = new ScratchFolder("fwq-bench");
  private final Accounts accounts =
      Accounts.open(
          scratch.path().resolve("visitors.db"), new AuditKey(SharedSecret.of(new byte[32])));
  private final Passwords passwords = new Passwords(PasswordHash.Cost.OWASP, new SecureRandom());
  private final InstantSource clock = InstantSource.system();
  private final RegistryHandler handler =
      new RegistryHandler(
          accounts,
          passwords,
          new Tickets(() -> KEYS, () -> KEYS, Session.LIFETIME, clock),
          new RateLimit(ANY_RATE, 1),
          new RecentAudit(_ -> {}),
          () -> EngineKeys.NONE,
          clock,
          Metrics.unserved());
  private final FrameServer server;

  /** Opens it, and registers the guests. */
  OpenRegistry() throws Exception {
    server = new FrameServer(0, handler, FrameServer.Limits.DEFAULT);
    for (int guest = 0; guest < GUESTS; guest++) {
      ask(
          new RegistryRequest.Register(
              "guest" + guest, "A guest", "a@example.org", PASSWORD, Optional.empty()));
    }
  }

  HostPort address() {
    return new HostPort("127.0.0.1", server.port());
  }

  /** One login for each guest. */
  static List<byte[]> logins() {
    return Stream.iterate(0, guest -> guest < GUESTS, guest -> guest + 1)
        .map(guest -> RegistryCodec.write(new RegistryRequest.Login("guest" + guest, PASSWORD)))
        .toList();
  }

  /** A guest's ticket. */
  Secret ticket(int guest) throws Exception {
    return ask(new RegistryRequest.Login("guest" + guest, PASSWORD)) instanceof LoggedIn in
        ? in.ticket()
        : new Secret("");
  }

  RegistryReply ask(RegistryRequest request) throws Exception {
    byte[] reply = handler.reply(RegistryCodec.write(request), InetAddress.getLoopbackAddress());
    return RegistryCodec.readReply(reply);
  }

  @Override
  public void close() throws IOException, DatabaseException {
    server.close();
    passwords.close();
    accounts.close();
    scratch.close();
  }
}
