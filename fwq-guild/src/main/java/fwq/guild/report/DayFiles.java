package fwq.guild.report;

import fwq.common.talk.guild.DayReport;
import fwq.guild.store.DayTable;
import fwq.kit.file.OwnerOnly;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code days/DATE-parkN.txt} once for each day that is over: whole or not at all, and never
 * over one that is there.
 */
public final class DayFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DayFiles.class);

  private final Path folder;

  /** Files in this program's folder. */
  public DayFiles(Path data) {
    this.folder = data.resolve("days");
  }

  /** The file of a day. */
  public Path file(int park, LocalDate date) {
    return folder.resolve(date + "-park" + park + ".txt");
  }

  /** Writes those that are not written yet. What a disk refuses is said, and tried at a start. */
  public void write(Sql sql, int park, DayTable days) throws DatabaseException {
    for (LocalDate date : days.unfiled()) {
      DayReport report = DayTable.report(sql, park, date);
      try {
        write(file(park, date), DayText.of(report));
        days.filed(date);
      } catch (IOException e) {
        LOG.warn(
            "the file {} cannot be written ({}); make room, and it is written at the next start",
            file(park, date),
            e.getMessage());
      }
    }
  }

  private void write(Path file, String text) throws IOException {
    OwnerOnly.folder(folder);
    if (Files.exists(file)) {
      if (!text.equals(Files.readString(file))) {
        LOG.warn("the file {} is kept as it is, though the day's figures are others now", file);
      }
      return;
    }
    OwnerOnly.replace(file, text);
    LOG.info("the day's figures are in {}", file);
  }
}
