package fwq.guild.desk;

import fwq.common.park.Plate;
import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Proof;
import fwq.guild.client.ApplicationFile;
import fwq.guild.client.GuildAwayException;
import fwq.guild.client.GuildClient;
import fwq.guild.client.PlateConverter;
import fwq.kit.json.Secret;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq guild resign}: a member leaves, and makes room for another. */
@Command(
    name = "fwq guild resign",
    description = "Leaves the guild with a cart that was taken in from this folder.")
final class ResignMain implements Program.Body {
  @Mixin private GuildAddress guild;

  @Parameters(
      index = "2",
      paramLabel = "PLATE",
      converter = PlateConverter.class,
      description = "whose cart, such as PARK-01")
  private Plate plate;

  @Spec private CommandSpec spec;

  ResignMain() {}

  @Override
  public void run(Stop stop) throws Failure {
    PrintWriter out = spec.commandLine().getOut();
    ApplicationFile file = new ApplicationFile(guild.data(), guild.park(), plate);
    try (GuildClient client = guild.client(spec.commandLine().getErr()::println)) {
      Optional<Secret> application = file.read();
      if (application.isEmpty()) {
        throw new Failure(
            "there is no "
                + file.path()
                + "; give the folder from which that cart applied with --data DIR");
      }
      Proof proof =
          Proof.of(
              key(client.ask(new GuildRequest.AskMembership(application.get()))),
              guild.park(),
              GuildRequest.Resign.words(plate));
      switch (client.ask(new GuildRequest.Resign(guild.park(), plate, proof))) {
        case GuildReply.Refused it -> throw new Failure(it.error().message());
        case GuildReply _ -> out.println(plate + " has resigned");
      }
      file.delete();
    } catch (GuildAwayException | IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private GuildKey key(GuildReply reply) throws Failure {
    if (reply instanceof GuildReply.Standing it && it.key().isPresent()) {
      return GuildKey.decode(it.key().get());
    }
    throw new Failure(plate + " is no member of park " + guild.park());
  }
}
