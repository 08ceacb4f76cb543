package fwq.guest;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import fwq.kit.json.Secret;
import fwq.kit.program.Failure;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of programs that log in: a file with the password, which is asked for otherwise. */
public final class PasswordOption {
  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "the password, in a file of mode 600 (default: asked for)")
  private Path file;

  /**
   * The password.
   *
   * @throws Failure with a sentence, also when others could read the file
   */
  public Secret password(String alias) throws Failure {
    if (file != null) {
      try {
        OwnerOnly.check(file, "password");
        return new Secret(Files.readString(file).strip());
      } catch (UnsafeFileException e) {
        throw new Failure(e.getMessage(), e);
      } catch (IOException e) {
        throw new Failure("the password file " + file + " cannot be read", e);
      }
    }
    Console console = System.console();
    char[] typed = console.isTerminal() ? console.readPassword("Password of %s: ", alias) : null;
    if (typed == null) {
      throw new Failure("a password is needed: give it with --password-file FILE");
    }
    return new Secret(new String(typed));
  }
}
