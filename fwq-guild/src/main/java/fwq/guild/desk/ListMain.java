package fwq.guild.desk;

import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Membership;
import fwq.guild.client.GuildAwayException;
import fwq.guild.client.GuildClient;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fwq guild members|carts|restocks|events}: shows a list, once or again and again. */
@Command(
    name = "fwq guild members|carts|restocks|events",
    description = "Shows what a guild that runs knows of a park.")
final class ListMain implements Program.Body {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  @Mixin private GuildAddress guild;

  @Option(names = "--follow", description = "show it anew whenever it changes, until Ctrl-C")
  private boolean follow;

  @Option(names = "--premium", description = "members: only those who applied as premium")
  private boolean premium;

  @Option(names = "--ordinary", description = "members: only those who did not")
  private boolean ordinary;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "members: only those that are ${COMPLETION-CANDIDATES}")
  private Membership state;

  @Spec private CommandSpec spec;

  private final DeskMain.What what;
  private OptionalLong seen = OptionalLong.empty();
  private String shown = "";
  private String trouble = "";

  ListMain(DeskMain.What what) {
    this.what = what;
  }

  @Override
  public void run(Stop stop) throws Failure, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (GuildClient client = guild.client(err::println)) {
      do {
        try {
          show(client.ask(request()), out);
          trouble = "";
        } catch (GuildAwayException e) {
          if (!follow) {
            throw new Failure(e.getMessage(), e);
          }
          tell(err, e.getMessage());
        }
      } while (follow && !stop.await(PERIOD));
    }
  }

  private GuildRequest request() {
    return switch (what) {
      case MEMBERS ->
          new GuildRequest.ListMembers(
              guild.park(),
              premium == ordinary ? Optional.empty() : Optional.of(premium),
              Optional.ofNullable(state));
      case CARTS -> new GuildRequest.ListCarts(guild.park());
      case RESTOCKS -> new GuildRequest.ListRestocks(guild.park());
      case EVENTS -> new GuildRequest.ListEvents(guild.park(), seen);
    };
  }

  private void show(GuildReply reply, PrintWriter out) throws Failure {
    if (reply instanceof GuildReply.Refused refused) {
      if (!follow) {
        throw new Failure(refused.error().message());
      }
      tell(spec.commandLine().getErr(), refused.error().message());
      return;
    }
    String text = ListText.of(reply, ZoneId.systemDefault());
    if (reply instanceof GuildReply.Events it) {
      out.print(text);
      if (!it.events().isEmpty()) {
        seen = OptionalLong.of(it.events().getLast().id());
      } else if (seen.isEmpty()) {
        seen = OptionalLong.of(0);
      }
    } else if (!text.equals(shown)) {
      shown = text;
      out.print(text);
    }
    out.flush();
  }

  private void tell(PrintWriter err, String what) {
    if (!what.equals(trouble)) {
      trouble = what;
      err.println(what);
    }
  }
}
