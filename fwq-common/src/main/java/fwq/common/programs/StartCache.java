package fwq.common.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What a program loads, kept ready for its next start: an ahead-of-time cache (JEP 514). Beside the
 * file is {@code FILE.of}, which {@code scripts/fwq} reads, too: the Java that made it, and the
 * jars that it was made from.
 *
 * @param file it, whether it is there or not
 * @param jar the program's
 */
public record StartCache(Path file, Path jar) {
  /** Whether it is there, was made by this Java, and after each of the jars. */
  public boolean fits() {
    try {
      List<String> of = Files.readAllLines(list());
      if (of.isEmpty() || !of.getFirst().equals(java())) {
        return false;
      }
      for (String name : of.subList(1, of.size())) {
        if (!isNewer(file, target().resolve(name))) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      // It is not there, or a jar is not: without it all works, too.
      return false;
    }
  }

  /**
   * Takes a new one, unless a jar was changed while it was made.
   *
   * @param made the new file
   * @param begun a file from before the making
   */
  public void replace(Path made, Path begun) throws IOException {
    List<String> of = new ArrayList<>(List.of(java()));
    for (Path one : jars()) {
      if (!isNewer(begun, one)) {
        return;
      }
      of.add(target().relativize(one).toString());
    }
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(list());
    Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    Files.write(list(), of);
  }

  /** The program's jar and those that it names. */
  private List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>(List.of(jar));
    try (JarFile opened = new JarFile(jar.toFile())) {
      String others = opened.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String name : others == null ? new String[0] : others.strip().split(" +")) {
        jars.add(jar.resolveSibling(name).normalize());
      }
    }
    return jars;
  }

  /** The folder that jars are named from in the list. */
  private Path target() {
    return file.getParent().getParent();
  }

  private Path list() {
    return file.resolveSibling(file.getFileName() + ".of");
  }

  private static String java() {
    return System.getProperty("java.runtime.version");
  }

  private static boolean isNewer(Path one, Path other) throws IOException {
    return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
  }
}
