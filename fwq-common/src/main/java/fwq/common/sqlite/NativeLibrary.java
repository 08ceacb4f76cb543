package fwq.common.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build has unpacked SQLite's native library. Where it is not, or not for this machine,
 * the driver unpacks it anew at each start, asks another program which system this is, and leaves a
 * file behind when it is killed.
 */
final class NativeLibrary {
  private static final String DRIVERS_NAME_FOR_IT = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /** Tells the driver, which asks once. */
  static void use() {
    String home = System.getProperty("fwq.home");
    if (home != null && System.getProperty(DRIVERS_NAME_FOR_IT) == null) {
      String system = System.getProperty("os.name").startsWith("Mac") ? "Mac" : "Linux";
      String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
      Path folder = Path.of(home, "target/lib/org/sqlite/native", system, processor);
      if (Files.isDirectory(folder)) {
        System.setProperty(DRIVERS_NAME_FOR_IT, folder.toString());
      }
    }
  }
}
