package fwq.common.options;

import fwq.common.park.RideTable;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of all programs that must know which rides there are. */
public final class RidesOption {
  @Option(
      names = "--rides",
      paramLabel = "FILE",
      description =
          "the rides, as CSV: id,key,name,position,cycle_minutes,capacity[,park]; without park they"
              + " are in every park")
  private Path file;

  /** The file, if one was given. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * The rides of the file, if one was given.
   *
   * @throws Failure with a sentence that names the file and the line
   */
  public Optional<RideTable> rides() throws Failure {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(RidesFile.read(file));
    } catch (IOException e) {
      throw new Failure(
          "the rides file cannot be read (" + e.getMessage() + "); give another with --rides", e);
    } catch (IllegalArgumentException e) {
      throw new Failure("the rides file " + file + " is not right: " + e.getMessage(), e);
    }
  }
}
