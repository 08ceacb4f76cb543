package fwq.trials.siege;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.Session;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.kit.net.FreePort;
import fwq.kit.sqlite.Sql;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Attacks on guests' accounts, and on what is noted of them. */
record AccountAttacks(Programs programs, Path data, Callers callers, PrintWriter out) {
  private static final int COMINGS_AND_GOINGS = 300;

  /** Tries all of them. */
  void run() throws Exception {
    LoggedIn login = login();
    say("new password without the old", isNewPasswordRefused(login));
    say("forged ticket by an engine", isForgedTicketRefused(login));
    say("log forging", isNoLineForged());
    say("audit wash-out", isNothingWashedOut());
    say("audit changed by hand", isChangeByHandFound());
    say("a key's file of mode 644", isUnsafeKeyRefused());
  }

  private void say(String attack, boolean held) {
    out.println("%-32s %s".formatted(attack, held ? "held" : "NOT HELD"));
    out.flush();
  }

  private LoggedIn login() throws Exception {
    return (LoggedIn) callers.ask(new RegistryRequest.Login("guest0", Callers.PASSWORD));
  }

  /** Whoever finds an open terminal has the ticket, and not the password. */
  private boolean isNewPasswordRefused(LoggedIn login) throws Exception {
    for (Changes each :
        List.of(
            Changes.NONE.withPassword(new Secret("mallory's own words")),
            Changes.NONE.withEmail("mallory@example.org"))) {
      for (Optional<Secret> current :
          List.of(Optional.<Secret>empty(), Optional.of(new Secret("a guess")))) {
        if (!(callers.ask(new RegistryRequest.Update(login.ticket(), each, current))
            instanceof RegistryReply.Refused)) {
          return false;
        }
      }
    }
    return callers.ask(new RegistryRequest.Delete(login.ticket(), new Secret("a guess")))
        instanceof RegistryReply.Refused;
  }

  /** An engine has the keys of sessions and revocations, and knows the ticket key's id. */
  private boolean isForgedTicketRefused(LoggedIn login) throws Exception {
    ParkKeys keys = ParkKeys.in(data);
    String id = keys.file(KeyPurpose.TICKET).read().at(Instant.now()).id();
    for (KeyPurpose each : List.of(KeyPurpose.SESSION, KeyPurpose.REVOCATION)) {
      byte[] secret = keys.file(each).read().at(Instant.now()).secret().bytes();
      for (Optional<String> named : List.of(Optional.<String>empty(), Optional.of(id))) {
        Secret ticket = ticket(login.session(), secret, named);
        if (callers.ask(new RegistryRequest.Profile(ticket)) instanceof ProfileOf) {
          return false;
        }
      }
    }
    return callers.ask(new RegistryRequest.Profile(login.ticket())) instanceof ProfileOf;
  }

  private static Secret ticket(Session session, byte[] secret, Optional<String> key)
      throws Exception {
    SignedJWT ticket =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.orElse(null)).build(),
            new JWTClaimsSet.Builder()
                .subject(session.alias())
                .expirationTime(Date.from(Instant.ofEpochMilli(session.expiresAt())))
                .claim("issuedAt", session.issuedAt())
                .build());
    ticket.sign(new MACSigner(secret));
    return new Secret(ticket.serialize());
  }

  private boolean isNoLineForged() throws Exception {
    String forged = "x\n{\"at\":\"2026-01-01T00:00:00.000Z\",\"alias\":\"forged\"}\u001b[2J\u202e";
    var _ = callers.ask(new RegistryRequest.Login(forged, Callers.PASSWORD));
    var _ =
        callers.ask(
            new RegistryRequest.Register(
                forged, forged, forged, Callers.PASSWORD, Optional.of(forged)));
    Running audit = programs.ask("audit", "--data", data.toString());
    return audit.awaitExit(Programs.PATIENCE) == 0
        && Stream.concat(audit.lines().stream(), noted().stream())
            .noneMatch(
                line -> line.contains("forged") || line.contains("\u001b") || line.isBlank());
  }

  private List<String> noted() throws Exception {
    try (Stream<Path> files = Files.list(data.resolve("audit"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .flatMap(AccountAttacks::lines)
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One guest who comes and goes again and again, from an address that may do so. */
  private boolean isNothingWashedOut() throws Exception {
    long before = noted().size();
    for (int i = 0; i < COMINGS_AND_GOINGS; i++) {
      if (callers.ask(new RegistryRequest.Login("guest1", Callers.PASSWORD))
          instanceof LoggedIn it) {
        var _ = callers.ask(new RegistryRequest.Logout(it.ticket()));
      }
    }
    List<String> after = noted();
    return after.size() - before < COMINGS_AND_GOINGS / 2
        && after.stream().anyMatch(line -> line.contains("guest99"));
  }

  private boolean isChangeByHandFound() throws Exception {
    if (verify() != 0) {
      return false;
    }
    try (Sql hand = Sql.existing(data.resolve("visitors.db"))) {
      hand.change(() -> hand.update("UPDATE security SET address = '192.0.2.1' WHERE seq = 3"));
    }
    return verify() == 1;
  }

  private int verify() throws Exception {
    return programs
        .ask("audit", "--verify", "--data", data.toString())
        .awaitExit(Programs.PATIENCE);
  }

  private boolean isUnsafeKeyRefused() throws Exception {
    Path key = ParkKeys.in(data).file(KeyPurpose.TICKET).file();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Running second =
        programs.start("registry", Integer.toString(FreePort.find()), "--data", data.toString());
    boolean held = second.awaitExit(Programs.PATIENCE) == 1 && second.said().contains("chmod 600");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return held;
  }
}
