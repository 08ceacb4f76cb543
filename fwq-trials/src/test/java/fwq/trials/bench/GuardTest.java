package fwq.trials.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
  @TempDir private Path folder;

  private static Results.Row duel(String name, double first, double second) {
    return Results.Row.of(
        new Figure(
            name,
            "engine",
            "moves a second",
            new Samples(List.of(first)),
            Optional.of(new Figure.Beside("loop", new Samples(List.of(second)))),
            new Goal.AtLeastTimes(0.35)));
  }

  private static Results.Row limit(String name, double value) {
    return Results.Row.of(
        new Figure(
            name,
            "frame",
            "bytes",
            new Samples(List.of(value)),
            Optional.empty(),
            new Goal.AtMost(8_192)));
  }

  private static Results results(Results.Row... rows) {
    return new Results("2026-11-21T00:00:00Z", false, Machine.here(), List.of(rows));
  }

  @Test
  void ratioMayFallByAFifthHoweverFastTheMachineIs() {
    assertEquals(
        List.of(),
        Guard.falls(List.of(duel("engine", 400, 1000)), List.of(duel("engine", 3.21, 10))));
  }

  @Test
  void furtherFallIsToldInASentence() {
    assertEquals(
        List.of("engine: the ratio fell from 0.40 to 0.30, by 25 %; at most 20 % is allowed"),
        Guard.falls(List.of(duel("engine", 400, 1000)), List.of(duel("engine", 300, 1000))));
  }

  @Test
  void ratioThatNobodyKeptIsTold() {
    assertEquals(
        List.of(
            "streams: no ratio is kept to compare 0.40 with; keep one with"
                + " 'scripts/fwq bench --keep streams'"),
        Guard.falls(List.of(duel("engine", 400, 1000)), List.of(duel("streams", 400, 1000))));
  }

  @Test
  void figuresWithoutARivalAreNotCompared() {
    assertEquals(
        List.of(), Guard.falls(List.of(limit("frames", 1)), List.of(limit("frames", 9_000))));
  }

  @Test
  void whatIsKeptCanBeReadAgain() throws IOException {
    Results results = results(duel("engine", 400, 1000), limit("frames", 4_000));
    results.write(folder.resolve("bench/kept.json"));
    assertEquals(results, Results.read(folder.resolve("bench/kept.json")));
  }

  @Test
  void otherMeasurementsStayKept() {
    Results older = results(duel("engine", 1, 2), duel("logins", 3, 4));
    assertEquals(
        List.of(duel("engine", 5, 6), duel("logins", 3, 4)),
        results(duel("engine", 5, 6)).over(older).figures());
  }

  @Test
  void fileOfSomethingElseIsRefusedByName() throws IOException {
    Path file = folder.resolve("kept.json");
    Files.writeString(file, "[1, 2");
    String said = assertThrows(IOException.class, () -> Results.read(file)).getMessage();
    assertTrue(said.contains(file.toString()), said);
  }
}
