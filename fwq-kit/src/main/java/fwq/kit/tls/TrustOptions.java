package fwq.kit.tls;

import fwq.kit.program.Failure;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that say which server people's programs believe in. They exclude each other. */
public final class TrustOptions {
  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "the servers met so far and their keys; one that is new is believed and noted"
              + " (default: .fwq/known_hosts in your home)")
  private Path knownHosts;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "believe only the server of this PEM certificate or public key")
  private Path trust;

  @Option(
      names = "--plaintext",
      description = "without TLS, for teaching: anybody on the way can read passwords and keys")
  private boolean plaintext;

  /**
   * What was chosen.
   *
   * @param tell gets a sentence about each server that is new
   * @throws Failure with a sentence when the file of --trust cannot be used
   */
  public Trust trust(Consumer<String> tell) throws Failure {
    Path known = Path.of(System.getProperty("user.home"), ".fwq", "known_hosts");
    return Trust.chosen(plaintext, trust, knownHosts == null ? known : knownHosts, tell);
  }
}
