package fwq.journal.log;

import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file for people, a line for each thing that happened: {@code NAME.log}, and before it {@code
 * NAME.1.log}; what is older goes. The program does not need it, and goes on where it cannot be
 * written. For one thread.
 */
public final class PeopleLog {
  private static final Logger LOG = LoggerFactory.getLogger(PeopleLog.class);

  /** So long is a file at most. */
  static final long FILE_BYTES_MAX = 10L << 20;

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Path file;
  private final Path before;
  private final long bytesMax;
  private boolean fails;

  /** A log of this name, such as {@code placements}. */
  public PeopleLog(Path folder, String name) {
    this(folder, name, FILE_BYTES_MAX);
  }

  PeopleLog(Path folder, String name, long bytesMax) {
    this.file = folder.resolve(name + ".log");
    this.before = folder.resolve(name + ".1.log");
    this.bytesMax = bytesMax;
  }

  /** Adds lines, each with this time before it. */
  public void add(long atMillis, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    String at = AT.format(Instant.ofEpochMilli(atMillis));
    lines.forEach(line -> text.append(at).append(' ').append(line).append('\n'));
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      if (Files.exists(file) && Files.size(file) + text.length() > bytesMax) {
        Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.exists(file)) {
        Files.createFile(file, OwnerOnly.FILE);
      }
      Files.write(
          file, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
      fails = false;
    } catch (IOException e) {
      if (!fails) {
        fails = true;
        LOG.warn("{} cannot be written, and goes without lines: {}", file, e.toString());
      }
    }
  }
}
