package fwq.common.options;

import fwq.common.signing.ParkKeys;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of all programs that use a park's keys. */
public final class KeysOption {
  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "the park's keys, a file for each purpose (default: keys in --data)")
  private Path folder;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "the one secret that older versions had for all purposes, which the first keys are made"
              + " of; the folder keys is then beside it (default: secret in --data)")
  private Path older;

  /** Where the keys are. */
  public ParkKeys keys(Path data) {
    ParkKeys usual = ParkKeys.in(older == null ? data : older.toAbsolutePath().getParent());
    return new ParkKeys(
        folder == null ? usual.folder() : folder, older == null ? usual.older() : older);
  }

  /** Whether one of them was given. */
  public boolean isGiven() {
    return folder != null || older != null;
  }
}
