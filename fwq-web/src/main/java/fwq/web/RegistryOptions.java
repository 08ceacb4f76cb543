package fwq.web;

import fwq.kit.program.Failure;
import fwq.kit.tls.Trust;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that say which registry is believed. They exclude each other. */
final class RegistryOptions {
  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "the registry met first and its key; a new one is believed and noted"
              + " (default: known_hosts in --data)")
  private Path knownHosts;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "believe only the registry of this PEM certificate or public key")
  private Path trust;

  @Option(
      names = "--registry-plaintext",
      description = "the registry does not speak TLS, for teaching")
  private boolean plaintext;

  RegistryOptions() {}

  /** What was chosen. */
  Trust trust(Path data, Consumer<String> tell) throws Failure {
    Path known = knownHosts == null ? data.resolve("known_hosts") : knownHosts;
    return Trust.chosen(plaintext, trust, known, tell);
  }
}
