package fwq.operator.keys;

import fwq.common.options.KeysOption;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.Keyring;
import fwq.common.signing.ParkKeys;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fwq keys}: lists the park's keys. */
@Command(
    name = "fwq keys",
    description =
        "Lists the park's keys by their ids, and how old each is; keys rotate KEY makes a new one,"
            + " keys give FILE what a sensor on another machine needs. No key is shown.")
public final class KeysMain implements Program.Body {
  @Mixin private KeysOption keysOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  KeysMain() {}

  /** Lists them. */
  public static void main(String[] args) {
    Program.main(new KeysMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    ParkKeys keys = existing(keysOption, options.data());
    PrintWriter out = spec.commandLine().getOut();
    for (KeyPurpose purpose : KeyPurpose.values()) {
      if (keys.file(purpose).exists()) {
        KeyLines.of(purpose, read(keys, purpose), Instant.now()).forEach(out::println);
      } else {
        out.println(KeyLines.none(purpose));
      }
    }
    out.flush();
  }

  /**
   * The keys of a park that has been open before.
   *
   * @throws Failure where there are none: those that would be made are no program's
   */
  static ParkKeys existing(KeysOption option, Path data) throws Failure {
    ParkKeys keys = option.keys(data);
    if (!Files.isDirectory(keys.folder())) {
      throw new Failure(
          "there is no folder "
              + keys.folder()
              + "; give the park's with --data DIR, or its keys' with --keys DIR. A park of an older"
              + " version has its keys once its registry and engine have been started");
    }
    return keys;
  }

  private static Keyring read(ParkKeys keys, KeyPurpose purpose) throws Failure {
    try {
      return keys.file(purpose).read();
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
