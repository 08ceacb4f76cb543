package fwq.park.backup;

import fwq.kit.sqlite.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is in a park's folder, of whatever program: told by how files begin and end, since each new
 * program keeps others.
 *
 * @param kinds of what is worth a copy, by where it is in the folder
 */
record DataFiles(SortedMap<Path, Kind> kinds) {
  /** How it is copied. */
  enum Kind {
    DATABASE,
    FILE
  }

  /** Says who is at work here now, or is not finished yet: nothing of it is true elsewhere. */
  private static final List<String> OF_THE_MOMENT = List.of(".lock", ".pid", ".new");

  /** What Kafka keeps in every folder of its log. */
  private static final String KAFKAS = "meta.properties";

  /** Looks through a folder, all that is below it, and what it links to. */
  static DataFiles in(Path folder) throws IOException {
    SortedMap<Path, Kind> kinds = new TreeMap<>();
    add(folder, folder, kinds);
    return new DataFiles(kinds);
  }

  private static void add(Path root, Path folder, SortedMap<Path, Kind> kinds) throws IOException {
    List<Path> databases = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path each : list(folder)) {
      if (Files.isDirectory(each)) {
        if (!Files.exists(each.resolve(KAFKAS))) {
          add(root, each, kinds);
        }
      } else if (OF_THE_MOMENT.stream().noneMatch(each.toString()::endsWith)) {
        (isDatabase(each) ? databases : files).add(each);
      }
    }
    Set<Path> parts = new HashSet<>();
    databases.stream().map(Database::besides).forEach(parts::addAll);
    put(root, databases, Kind.DATABASE, kinds);
    put(root, files.stream().filter(it -> !parts.contains(it)).toList(), Kind.FILE, kinds);
  }

  private static void put(
      Path root, Collection<Path> some, Kind kind, SortedMap<Path, Kind> kinds) {
    some.forEach(it -> kinds.put(root.relativize(it), kind));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static boolean isDatabase(Path file) throws IOException {
    try {
      return Files.isRegularFile(file) && Database.isOne(file);
    } catch (NoSuchFileException e) {
      // It went since the folder was listed.
      return false;
    }
  }
}
