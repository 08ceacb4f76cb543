package fwq.guild.desk;

import fwq.common.park.Plate;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Proof;
import fwq.guild.client.GuildAwayException;
import fwq.guild.client.GuildClient;
import fwq.guild.client.PlateConverter;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq guild expel}: sends a member away, for good. */
@Command(
    name = "fwq guild expel",
    description =
        "Sends a member away. Neither that person nor that plate can become a member again.")
final class ExpelMain implements Program.Body {
  @Mixin private GuildAddress guild;

  @Parameters(
      index = "2",
      paramLabel = "PLATE",
      converter = PlateConverter.class,
      description = "whose cart, such as PARK-01")
  private Plate plate;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why, in words that others can read")
  private String reason;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description = "the guild's secret (default: DIR/guild.secret, with DIR from --data)")
  private Path secretFile;

  @Spec private CommandSpec spec;

  ExpelMain() {}

  @Override
  public void run(Stop stop) throws Failure {
    PrintWriter out = spec.commandLine().getOut();
    GuildKey operator = GuildKey.ofOperator(secret());
    try (GuildClient client = guild.client(spec.commandLine().getErr()::println)) {
      Proof proof =
          Proof.of(operator, guild.park(), GuildRequest.Expel.words(plate, reason.strip()));
      switch (client.ask(new GuildRequest.Expel(guild.park(), plate, reason.strip(), proof))) {
        case GuildReply.Refused it -> throw new Failure(it.error().message());
        case GuildReply _ -> out.println(plate + " is expelled");
      }
    } catch (GuildAwayException | IllegalArgumentException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private SharedSecret secret() throws Failure {
    Path file = secretFile == null ? guild.data().resolve("guild.secret") : secretFile;
    if (!Files.exists(file)) {
      throw new Failure(
          "there is no "
              + file
              + "; give the guild's folder with --data DIR, or its secret with --secret FILE");
    }
    try {
      return SharedSecret.loadOrCreate(file, new SecureRandom());
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
