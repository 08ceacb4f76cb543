package fwq.common.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartCacheTest {
  private static final Instant BUILT = Instant.parse("2026-11-28T08:00:00Z");

  @TempDir private Path target;
  private Path made;
  private Path begun;
  private StartCache cache;

  @BeforeEach
  void build() throws IOException {
    Path lib = Files.createDirectory(target.resolve("lib"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "kit.jar other.jar");
    new JarOutputStream(Files.newOutputStream(lib.resolve("program.jar")), manifest).close();
    for (String jar : List.of("kit.jar", "other.jar", "strange.jar")) {
      Files.createFile(lib.resolve(jar));
    }
    for (String jar : List.of("program.jar", "kit.jar", "other.jar")) {
      touch(lib.resolve(jar), BUILT);
    }
    begun = touch(Files.createFile(target.resolve("begun")), BUILT.plusSeconds(10));
    made = touch(Files.writeString(target.resolve("made"), "classes"), BUILT.plusSeconds(20));
    cache = new StartCache(target.resolve("aot/program.aot"), lib.resolve("program.jar"));
  }

  private static Path touch(Path file, Instant at) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void fitsOnceItIsThereAndSaysFromWhichJars() throws IOException {
    assertFalse(cache.fits());
    cache.replace(made, begun);
    assertTrue(cache.fits());
    assertEquals(
        List.of(
            System.getProperty("java.runtime.version"),
            "lib/program.jar",
            "lib/kit.jar",
            "lib/other.jar"),
        Files.readAllLines(target.resolve("aot/program.aot.of")));
  }

  @Test
  void isStaleWhenOneOfItsJarsIsNewerAndNotWhenAnotherIs() throws IOException {
    cache.replace(made, begun);
    touch(target.resolve("lib/strange.jar"), BUILT.plusSeconds(30));
    assertTrue(cache.fits());
    touch(target.resolve("lib/other.jar"), BUILT.plusSeconds(30));
    assertFalse(cache.fits());
  }

  @Test
  void isNotTakenWhenAJarWasBuiltMeanwhile() throws IOException {
    touch(target.resolve("lib/kit.jar"), BUILT.plusSeconds(15));
    cache.replace(made, begun);
    assertFalse(cache.fits());
  }

  @Test
  void thatOfAnotherJavaDoesNotFit() throws IOException {
    cache.replace(made, begun);
    Path list = target.resolve("aot/program.aot.of");
    List<String> lines = Files.readAllLines(list);
    Files.write(list, List.of("25.0.0+1", lines.get(1)));
    assertFalse(cache.fits());
  }
}
