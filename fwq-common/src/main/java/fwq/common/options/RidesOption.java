package fwq.common.options;

import fwq.common.park.RideTable;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of all programs that must know which rides there are. */
public final class RidesOption {
  @Option(
      names = "--rides",
      paramLabel = "FILE",
      description =
          "the rides, as CSV: " + RideTable.HEADER + "[,park]; without park they are in every park")
  private Path file;

  /** Made by picocli. */
  public RidesOption() {}

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
      List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        // Spreadsheets put this mark in front of UTF-8.
        lines.set(0, lines.getFirst().substring(1));
      }
      return Optional.of(RideTable.parse(lines));
    } catch (IOException e) {
      throw new Failure(
          "the rides file " + file + " cannot be read as UTF-8 text; give another with --rides", e);
    } catch (IllegalArgumentException e) {
      throw new Failure("the rides file " + file + " is not right: " + e.getMessage(), e);
    }
  }
}
