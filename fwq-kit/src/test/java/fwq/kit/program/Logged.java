package fwq.kit.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** Catches the lines that are logged while something runs. */
public final class Logged {
  private Logged() {}

  /** The lines that this logs. */
  public static List<String> during(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream catching = new PrintStream(bytes, true, UTF_8)) {
      System.setErr(catching);
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(UTF_8).lines().toList();
  }
}
