package fwq.trips.options;

import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option that says which sellers and registries are believed in. */
public final class SellerTrust {
  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "the servers met so far and their keys; one that is new is believed and noted (default:"
              + " known_hosts in --data)")
  private Path file;

  /** Constructed by picocli. */
  public SellerTrust() {}

  /**
   * What was chosen.
   *
   * @param tell gets a sentence about each server that is new
   */
  public Trust trust(boolean plaintext, Path data, Consumer<String> tell) {
    return plaintext
        ? new Trust.Plaintext()
        : new Trust.FirstUse(
            new KnownHosts(file == null ? data.resolve("known_hosts") : file), tell);
  }
}
