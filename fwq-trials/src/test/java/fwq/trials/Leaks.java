package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for secrets where none may be: in every file of a folder, which holds databases, logs,
 * audits and the broker's topics, in what programs said, and in their arguments.
 */
final class Leaks {
  /** Files that are there to keep a secret, for their owner's eyes only. */
  private static final List<String> KEEPERS = List.of("secret", ".key", ".password", ".properties");

  /** Kafka makes these large and empty, and keeps only offsets in them. */
  private static final List<String> NUMBERS = List.of(".index", ".timeindex");

  private final Map<String, List<byte[]>> secrets = new LinkedHashMap<>();
  private final List<String> found = new ArrayList<>();
  private long bytesSeen;

  /** A text that must be nowhere, as it is or as anybody could read it. */
  Leaks secret(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return secret(name, bytes).secret(name + " in base64", base64(bytes));
  }

  /** Bytes that must be nowhere, as they are, in base64 or in hex. */
  Leaks key(String name, byte[] bytes) {
    return secret(name, bytes)
        .secret(name + " in base64", base64(bytes))
        .secret(name + " in base64", Base64.getEncoder().withoutPadding().encode(bytes))
        .secret(name + " in hex", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.UTF_8));
  }

  private Leaks secret(String name, byte[] bytes) {
    secrets.computeIfAbsent(name, _ -> new ArrayList<>()).add(bytes);
    return this;
  }

  private static byte[] base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encode(bytes);
  }

  /** Looks through every file below a folder. */
  Leaks lookInFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> KEEPERS.stream().noneMatch(file.getFileName().toString()::endsWith))
          .filter(file -> NUMBERS.stream().noneMatch(file.getFileName().toString()::endsWith))
          .forEach(
              file -> {
                try {
                  look(folder.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return this;
  }

  /** Looks through what somebody said. */
  Leaks lookInText(String where, String text) {
    look(where, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Looks through a program's arguments, as others on the machine could. */
  Leaks lookInArguments(ProcessHandle process) throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    if (Files.isReadable(proc)) {
      look("arguments of " + process.pid(), Files.readAllBytes(proc));
    }
    return this;
  }

  private void look(String where, byte[] bytes) {
    bytesSeen += bytes.length;
    // Each byte is one character, so that the search is the library's.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    secrets.forEach(
        (name, forms) -> {
          if (forms.stream()
              .anyMatch(it -> text.contains(new String(it, StandardCharsets.ISO_8859_1)))) {
            found.add(name + " in " + where);
          }
        });
  }

  /** Fails when anything was found, and says how much was looked through. */
  long assertNone() {
    assertEquals(List.of(), found);
    return bytesSeen;
  }
}
