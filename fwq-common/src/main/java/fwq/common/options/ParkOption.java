package fwq.common.options;

import picocli.CommandLine.Option;

/** The option of all programs that belong to one park. */
public final class ParkOption {
  @Option(
      names = "--park",
      paramLabel = "N",
      converter = ParkId.class,
      description = "the park's number, 0 to 999 (default: ${DEFAULT-VALUE})",
      defaultValue = "0")
  private int park;

  /** The park's number, 0..999. */
  public int park() {
    return park;
  }
}
