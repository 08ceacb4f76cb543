package fwq.park;

import java.util.List;

/**
 * How a program ended that was not to.
 *
 * @param code its exit code
 * @param words the last that it said, without the places in the code
 */
record Death(int code, String words) {
  /** The shell's and the JVM's way to say that a signal ended a process. */
  private static final int SIGNALS = 128;

  /** What the JVM ends with where {@code -XX:+ExitOnOutOfMemoryError} is given. */
  private static final int NO_MEMORY = 3;

  /** Of every program whose arguments are wrong. */
  private static final int BAD_USAGE = 2;

  private static final int WORDS_MAX = 300;

  /** From what is at the end of its log. */
  static Death of(int code, List<String> log) {
    String words =
        (code == BAD_USAGE ? aboveUsage(log) : log)
            .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith(" "))
                .reduce((_, last) -> last)
                .orElse("");
    return new Death(code, words.substring(0, Math.min(words.length(), WORDS_MAX)));
  }

  /** What is wrong with the arguments stands above how they should be. */
  private static List<String> aboveUsage(List<String> log) {
    int usage = log.stream().map(line -> line.startsWith("Usage: ")).toList().lastIndexOf(true);
    return log.subList(0, usage < 0 ? log.size() : usage);
  }

  /** Whether both came of the same: whoever is killed twice need not be. */
  boolean isOfTheSameAs(Death before) {
    return code < SIGNALS && code == before.code && plain(words).equals(plain(before.words));
  }

  /** Without times and counts. */
  private static String plain(String words) {
    return words.replaceAll("[0-9]+", "0");
  }

  /** For people. */
  String how() {
    if (code > SIGNALS) {
      return "signal " + (code - SIGNALS);
    }
    return code == NO_MEMORY ? "no memory left, exit code 3" : "exit code " + code;
  }
}
