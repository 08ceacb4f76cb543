package fwq.kit.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the build has unpacked SQLite's native library. Where it is not, or not for this machine,
 * the driver unpacks it anew at each start, asks another program which system this is, and leaves a
 * file behind when it is killed.
 */
final class NativeLibrary {
  private static final String DRIVERS_NAME_FOR_IT = "org.sqlite.lib.path";

  /** As Java calls it, and as the driver does. */
  private static final Map<String, String> PROCESSORS =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "aarch64");

  private NativeLibrary() {}

  /** Tells the driver, which asks once. */
  static void use() {
    String home = System.getProperty("fwq.home");
    if (home != null && System.getProperty(DRIVERS_NAME_FOR_IT) == null) {
      String system = System.getProperty("os.name").startsWith("Mac") ? "Mac" : "Linux";
      String processor = PROCESSORS.getOrDefault(System.getProperty("os.arch"), "unknown");
      Path folder = Path.of(home, "target/lib/org/sqlite/native", system, processor);
      // Alpine Linux and its like have a C library of their own, and need the driver's choice.
      boolean musl = Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1"));
      if (Files.isDirectory(folder) && !musl) {
        System.setProperty(DRIVERS_NAME_FOR_IT, folder.toString());
      }
    }
  }
}
