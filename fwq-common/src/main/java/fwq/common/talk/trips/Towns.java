package fwq.common.talk.trips;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The towns of all trips, the same for guests, agencies and sellers. */
public final class Towns {
  /** In the order of {@code towns.csv}, which says in which of them a park stands. */
  public static final List<Town> ALL = read();

  private Towns() {}

  /** The town with this code, or with exactly this name. */
  public static Optional<Town> find(String text) {
    return ALL.stream().filter(town -> town.isCalled(text)).findFirst();
  }

  /** The town that the park with this number stands in. */
  public static Town ofPark(int number) {
    return ALL.get(Math.floorMod(number, ALL.size()));
  }

  private static List<Town> read() {
    try (InputStream in = Towns.class.getResourceAsStream("towns.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Towns::town).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Town town(String line) {
    String[] cells = line.split(",", -1);
    return new Town(cells[0], cells[1], cells[2], cells[3], ZoneId.of(cells[4]));
  }
}
