package fwq.guild.client;

import fwq.kit.program.Failure;
import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that say which guild is believed. They exclude each other. */
public final class GuildTrust {
  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "the servers met so far and their keys; one that is new is believed and noted (default:"
              + " .fwq/known_hosts in your home)")
  private Path knownHosts;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "believe only the guild of this PEM certificate or public key")
  private Path trust;

  @Option(
      names = "--plaintext",
      description = "without TLS, for teaching: anybody on the way can read the key")
  private boolean plaintext;

  public GuildTrust() {}

  /**
   * What was chosen.
   *
   * @param tell gets a sentence about each server that is new
   * @throws Failure with a sentence when the file of --trust cannot be used
   */
  public Trust trust(Consumer<String> tell) throws Failure {
    if (plaintext) {
      return new Trust.Plaintext();
    }
    if (trust != null) {
      try {
        return Trust.Only.read(trust);
      } catch (IOException e) {
        throw new Failure(e.getMessage(), e);
      }
    }
    Path file =
        knownHosts == null
            ? Path.of(System.getProperty("user.home"), ".fwq", "known_hosts")
            : knownHosts;
    return new Trust.FirstUse(new KnownHosts(file), tell);
  }
}
