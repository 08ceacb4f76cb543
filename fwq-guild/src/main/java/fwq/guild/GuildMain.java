package fwq.guild;

import fwq.guild.desk.DeskMain;
import fwq.guild.server.GuildServerMain;
import fwq.kit.program.Program;
import java.util.Arrays;

/** The program {@code fwq guild}: the guild itself, or what an operator asks it for. */
public final class GuildMain {
  private GuildMain() {}

  /** Starts what the first argument names. */
  public static void main(String... args) {
    if (args.length > 0 && DeskMain.isVerb(args[0])) {
      Program.main(DeskMain.of(args[0]), Arrays.copyOfRange(args, 1, args.length));
    } else {
      Program.main(new GuildServerMain(), args);
    }
  }
}
