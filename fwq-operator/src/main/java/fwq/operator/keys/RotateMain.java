package fwq.operator.keys;

import fwq.common.options.KeysOption;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.TimeSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq keys rotate}: another key, while everything runs. */
@Command(
    name = "fwq keys rotate",
    description =
        "Writes a new key beside the one in use. Programs use it after a moment by themselves, and"
            + " accept the one before as long as anything lives that was made with it: nobody is"
            + " thrown out.")
public final class RotateMain implements Program.Body {
  @Parameters(
      paramLabel = "KEY",
      description = "which: ticket, session, revocation, console, engine, sensor or pass")
  private KeyPurpose purpose;

  @Option(
      names = "--in",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description =
          "how long until it is used, 10s or more: time enough to copy the file to other machines"
              + " (default: ${DEFAULT-VALUE})",
      defaultValue = "10s")
  private Duration lead;

  @Mixin private KeysOption keysOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  RotateMain() {}

  /** Writes it. */
  public static void main(String[] args) {
    Program.main(new RotateMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    if (lead.compareTo(ParkKeys.LEAD) < 0) {
      throw new ParameterException(
          spec.commandLine(), "--in is 10s or more, since programs look at keys every few seconds");
    }
    ParkKeys keys = KeysMain.existing(keysOption, options.data());
    Instant now = Instant.now();
    try {
      Instant since = now.plus(lead).truncatedTo(ChronoUnit.MILLIS);
      var all = keys.rotate(purpose, since, now, new SecureRandom());
      PrintWriter out = spec.commandLine().getOut();
      KeyLines.of(purpose, all, now).forEach(out::println);
      out.println("on other machines, copy " + keys.file(purpose).file() + " before it is used");
      out.flush();
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the "
              + purpose
              + " key cannot be replaced just now: the newest is not in use yet, or 16 are still"
              + " accepted; fwq keys says until when",
          e);
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
