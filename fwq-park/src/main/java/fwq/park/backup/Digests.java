package fwq.park.backup;

import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a backup consists of, in a file that {@code sha256sum -c} reads, too. */
final class Digests {
  /** Written last, so that a backup without it was not finished. */
  static final String FILE = "backup.sha256";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  private Digests() {}

  /** Writes the digests of files in a folder, by their places in it. */
  static void write(Path folder, Iterable<Path> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      lines.append(of(folder.resolve(file))).append("  ").append(file).append('\n');
    }
    OwnerOnly.create(folder.resolve(FILE), lines.toString());
  }

  /**
   * The files of a backup, each of which is as it was written.
   *
   * @throws IOException with a sentence, when one is not, or this is no backup
   */
  static SortedMap<Path, String> check(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FILE))) {
      throw new IOException(
          "there is no backup in "
              + folder
              + ", or it was not finished: it has no file "
              + FILE
              + "; give a folder that fwq backup has made");
    }
    SortedMap<Path, String> digests = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve(FILE))) {
      Matcher parts = LINE.matcher(line);
      Path file = parts.matches() ? Path.of(parts.group(2)).normalize() : Path.of("..");
      if (file.isAbsolute() || file.startsWith("..")) {
        throw new IOException(
            folder.resolve(FILE) + " has a line that fwq backup does not write: " + line);
      }
      if (!Files.isRegularFile(folder.resolve(file))
          || !of(folder.resolve(file)).equals(parts.group(1))) {
        throw new IOException(
            folder.resolve(file)
                + " is missing or is not as it was backed up; nothing was restored: take another"
                + " backup");
      }
      digests.put(file, parts.group(1));
    }
    return digests;
  }

  private static String of(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
