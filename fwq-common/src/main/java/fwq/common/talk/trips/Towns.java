package fwq.common.talk.trips;

import fwq.kit.text.Normal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The towns of all trips, the same for guests, agencies and sellers. */
public final class Towns {
  /** In the order of {@code towns.csv}, which says in which of them a park stands. */
  public static final List<Town> ALL = read();

  /** Nothing longer is looked at: no town has such a name. */
  private static final int NAME_LENGTH_MAX = 60;

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Map<String, Town> BY_NAME = byName();

  private Towns() {}

  /** The town with this code or this whole name, but for case, accents and spaces. */
  public static Optional<Town> find(String text) {
    return text.length() > NAME_LENGTH_MAX
        ? Optional.empty()
        : Optional.ofNullable(BY_NAME.get(normalised(text)));
  }

  /**
   * A town that is not this one: where flights start is the sellers' matter, and a form that leaves
   * it to them only has to know that it is another town.
   */
  public static Town otherThan(String text) {
    Optional<Town> town = find(text);
    return ALL.reversed().stream()
        .filter(it -> !Optional.of(it).equals(town))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Town> byName() {
    Map<String, Town> names = new HashMap<>();
    for (Town town : ALL) {
      names.put(normalised(town.code()), town);
      names.put(normalised(town.name()), town);
    }
    return Map.copyOf(names);
  }

  private static String normalised(String text) {
    return GAPS.matcher(Normal.searched(text)).replaceAll(" ").strip();
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
