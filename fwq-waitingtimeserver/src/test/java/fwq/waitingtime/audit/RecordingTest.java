package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final String TEXT =
      "at,ride,posted,actual\r\n2021-09-01T08:03:00,b,20,\r\n2021-09-01T08:02:00,a,,5\r\n"
          + "2021-09-01T08:02:00,a,10,";

  @TempDir private Path folder;

  private Recording read(Path file) throws Failure {
    return Recording.read(file, Optional.empty(), Silent.PROGRESS);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void rowsComeInTheOrderOfTheirTimesAndSignsBeforeGuestsOfTheSameSecond() throws Exception {
    List<Recorded> rows = read(file("day.csv", TEXT)).rows();

    assertEquals(List.of("a", "a", "b"), rows.stream().map(Recorded::ride).toList());
    assertTrue(rows.getFirst() instanceof Recorded.Sign);
  }

  @Test
  void aPackedFileIsReadWhateverItIsCalled() throws Exception {
    Path packed = folder.resolve("day.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
    }

    assertEquals(3, read(packed).rows().size());
  }

  @Test
  void aLineWithoutEndIsCountedAndTheNextOnesAreRead() throws Exception {
    Recording recording =
        read(
            file(
                "day.csv",
                "at,ride,posted,actual\n%s\n2021-09-01T08:02:00,a,10,\n"
                    .formatted("x".repeat(1_000_000))));

    assertEquals(1, recording.rows().size());
    assertEquals(Map.of("more than 10,000 characters", 1), recording.unusable());
  }

  @Test
  void whatSaysNothingIsCountedByReasonAndASignThatShowsNothingIsUnknown() throws Exception {
    Recording recording =
        read(
            file(
                "day.csv",
                """
                at,ride,posted,actual
                2021-09-01T08:02:00,a,closed,
                2021-09-01T08:03:00,a,soon,
                2021-09-01T08:04:00,a,25,12.5
                2021-09-01T08:05:00,a,,401
                yesterday,a,25,
                """));

    assertEquals(
        List.of(Double.NaN, Double.NaN, 25.0),
        recording.rows().stream()
            .filter(Recorded.Sign.class::isInstance)
            .map(it -> ((Recorded.Sign) it).minutes())
            .toList());
    assertEquals(
        new Recorded.Guest(recording.rows().get(2).at(), "a", 12.5), recording.rows().get(3));
    assertEquals(
        Map.of(
            "an actual wait of more than 400 minutes", 1, "no time such as 2021-09-01T08:02:09", 1),
        recording.unusable());
    assertEquals(Map.of("no number of minutes as the posted wait", 1), recording.unknown());
  }

  @Test
  void anOffsetCountsWhereTheParksZoneIsKnown() throws Exception {
    Path file =
        file(
            "day.csv",
            """
            at,ride,posted,actual
            2021-09-01T12:02:09Z,a,10,
            2021-09-01T14:02:09+02:00,a,10,
            2021-09-01T08:02:09,a,10,
            """);
    long local = LocalDateTime.parse("2021-09-01T08:02:09").toEpochSecond(ZoneOffset.UTC);

    assertEquals(
        Set.of(local),
        Recording.read(file, Optional.of(ZoneId.of("America/New_York")), Silent.PROGRESS)
            .rows()
            .stream()
            .map(Recorded::at)
            .collect(Collectors.toSet()));
    assertEquals(3, Set.copyOf(read(file).rows().stream().map(Recorded::at).toList()).size());
  }

  @Test
  void whatCannotBeReadIsToldInASentenceThatNamesTheFile() throws Exception {
    Path missing = folder.resolve("none.csv");
    Path empty = file("empty.csv", "");
    Path torn = folder.resolve("torn.csv.gz");
    Files.write(torn, new byte[] {0x1f, (byte) 0x8b, 8, 0});

    for (Path file : List.of(missing, empty, torn, folder)) {
      Failure failure = assertThrows(Failure.class, () -> read(file));
      assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }
  }
}
