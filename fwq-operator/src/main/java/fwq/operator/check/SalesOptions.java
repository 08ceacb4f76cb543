package fwq.operator.check;

import fwq.common.signing.SharedSecret;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.PeerAddress;
import fwq.kit.tls.Trust;
import fwq.operator.judge.sales.SalesTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which guild's books are checked, and how that guild was started. */
final class SalesOptions {
  @Option(
      names = "--guild",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "check the sales of this guild, too, such as 127.0.0.1:5300")
  private HostPort guild;

  @Option(
      names = "--guild-data",
      paramLabel = "DIR",
      description =
          "where guild.secret and guild.crt are, to check signatures and to be told clients' names"
              + " (default: as --data)")
  private Path data;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "the guild's, such as Europe/Madrid (default: this machine's)")
  private ZoneId zone = ZoneId.systemDefault();

  @Option(
      names = "--day-ends",
      paramLabel = "HH:MM",
      description = "the guild's (default: ${DEFAULT-VALUE})",
      defaultValue = "23:59")
  private LocalTime dayEnds;

  @Option(
      names = "--sitting",
      paramLabel = "SECONDS",
      description = "the guild's (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int sittingSeconds;

  @Option(
      names = "--quota",
      paramLabel = "N",
      description = "the guild's (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int quota;

  SalesOptions() {}

  /** A guild to be asked, if one was given. */
  Optional<GuildBooks> books(Path programsData) throws Failure {
    if (guild == null) {
      return Optional.empty();
    }
    Path folder = data == null ? programsData : data;
    Path secret = folder.resolve("guild.secret");
    if (!Files.isReadable(secret)) {
      // Not to be made here: a new secret would have signed nothing.
      throw new Failure(
          "there is no " + secret + "; give the guild's folder with --guild-data DIR");
    }
    try {
      return Optional.of(
          new GuildBooks(
              guild,
              Trust.Only.read(folder.resolve("guild.crt")),
              SharedSecret.loadOrCreate(secret, new SecureRandom()),
              new SalesTerms(
                  zone, dayEnds, Duration.ofSeconds(Math.max(1, sittingSeconds)), quota)));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
