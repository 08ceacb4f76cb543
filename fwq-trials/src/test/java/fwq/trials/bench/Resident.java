package fwq.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a process has resident. */
public final class Resident {
  private static final Pattern KILOBYTES = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private Resident() {}

  /** What Linux says of it, in MB; nothing elsewhere, or when it has ended. */
  public static OptionalDouble megabytes(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return OptionalDouble.empty();
    }
    Matcher kilobytes = KILOBYTES.matcher(Files.readString(status));
    return kilobytes.find()
        ? OptionalDouble.of(Long.parseLong(kilobytes.group(1)) / 1024.0)
        : OptionalDouble.empty();
  }
}
