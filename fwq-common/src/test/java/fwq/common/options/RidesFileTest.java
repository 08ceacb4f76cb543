package fwq.common.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.kit.file.Csv;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RidesFileTest {
  private static final String HEADER = String.join(",", RidesFile.COLUMNS);
  private static final String HEADER_WITH_PARK = HEADER + ",park";
  private static final String SIGNS = "019-.,;\"'\n\r\t aZ\u00e9\u200b\u001b";
  private static final String NAMES = "aZ 9,;\"'-\u00e9\u0e01\u0905\u0639\u4e2d";
  private static final String GOOD = "7,soarin,Soarin’ 🎢,399,5,80";

  @Test
  void goodFileIsRead() throws IOException {
    assertEquals(
        List.of(
            new Ride(7, "soarin", "Soarin’ 🎢", Position.ofCell(399), 5, 80),
            new Ride(0, "a", "A b", Position.GATE, 1, 1)),
        parse(List.of(HEADER, "", GOOD, " 0 , a , A b , 0 , 1 , 1 ", "  ")).of(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,a,A,21,10",
        "a",
        "x,a,A,21,10,20",
        "0,a,A,x,10,20",
        "0,a,A,21,x,20",
        "0,a,A,21,10,x",
        "0,a,A,21,10,2.5",
        "0,a,A,21,10,",
        "-1,a,A,21,10,20",
        "10000,a,A,21,10,20",
        "99999999999,a,A,21,10,20",
        "0,,A,21,10,20",
        "0,a b,A,21,10,20",
        "0,Á,A,21,10,20",
        "0,a,,21,10,20",
        "0,a,A,-1,10,20",
        "0,a,A,400,10,20",
        "0,a,A,21,0,20",
        "0,a,A,21,241,20",
        "0,a,A,21,10,0",
        "0,a,A,21,10,10001",
        "7,other,A,21,10,20",
        "0,soarin,A,21,10,20",
        "0,a,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,21,10,20"
      })
  void badLineIsRefusedBySentenceWithItsNumber(String line) throws IOException {
    String refusal = refusal(List.of(HEADER, GOOD, "", line));
    assertTrue(refusal.startsWith("line 4: "), refusal);
    assertTrue(refusal.contains("a good line is 0,") || refusal.contains("another ride"), refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id,key,name", "7,soarin,Soarin,399,5,80"})
  void fileWithoutItsHeaderIsToldTheHeader(String first) throws IOException {
    assertTrue(refusal(List.of(first, GOOD)).contains(HEADER));
    assertTrue(refusal(List.of()).contains(HEADER));
  }

  @Test
  void fileIsReadAsSpreadsheetsWriteIt() throws IOException {
    List<Ride> rides =
        parse(
                List.of(
                    "\uFEFFid,key,name,position,cycle_minutes,capacity",
                    "0,pirates,\"Pirates, the ride\",21,10,20",
                    "\"1\",\"wheel\",\"The \"\"Big\"\" Wheel\",\"58\",20,20",
                    ",,,,,"))
            .of(0);
    assertEquals(
        List.of("Pirates, the ride", "The \"Big\" Wheel"), rides.stream().map(Ride::name).toList());
  }

  @Test
  void columnsMayStandInAnyOrderBesideOthers() throws IOException {
    List<Ride> rides =
        parse(List.of("Name,id,KEY,note,capacity,cycle_minutes,position", "A,0,a,new,20,10,21"))
            .of(0);
    assertEquals(List.of(new Ride(0, "a", "A", Position.ofCell(21), 10, 20)), rides);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id;key;name;position;cycle_minutes;capacity",
        "id\tkey\tname\tposition\tcycle_minutes\tcapacity",
        "sep=;"
      })
  void otherSeparatorsAreNamed(String first) {
    String refusal = refusal(List.of(first, GOOD));
    assertTrue(refusal.contains("commas"), refusal);
  }

  @Test
  void moreFieldsThanColumnsAreRefused() {
    String refusal = refusal(List.of(HEADER, "0,a,A,21,10,20,9"));
    assertEquals("line 2: 6 fields expected, got 7", refusal);
  }

  @Test
  void twoRidesOnOneCellAreRefused() {
    String refusal = refusal(List.of(HEADER, "0,a,A,21,10,20", "1,b,B,21,10,20"));
    assertTrue(refusal.startsWith("line 3: A is at position 21 already"), refusal);
  }

  @Test
  void ridesWithoutAParkAreInEveryPark() throws IOException {
    RideTable table = parse(List.of(HEADER, GOOD));
    assertEquals(table.of(0), table.of(999));
    assertEquals(Set.of(0, 1, 2), table.byPark(3).keySet());
    assertEquals(table.of(0), table.byPark(3).get(2));
  }

  @Test
  void ridesWithAParkAreThereAlone() throws IOException {
    RideTable table =
        parse(List.of(HEADER_WITH_PARK, "0,a,A,1,1,1,5", GOOD + ", 0 ", "0,a,A,2,1,1,0"));
    assertEquals(List.of(7, 0), table.of(0).stream().map(Ride::id).toList());
    assertEquals(List.of(Position.ofCell(1)), table.of(5).stream().map(Ride::position).toList());
    assertEquals(List.of(), table.of(1));
    assertEquals(Set.of(0, 5), table.byPark(3).keySet(), "whatever number of parks is said");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,a,A,21,10,20",
        "0,a,A,21,10,20,",
        "0,a,A,21,10,20,x",
        "0,a,A,21,10,20,-1",
        "0,a,A,21,10,20,1000",
        "7,other,A,21,10,20,3",
        "0,soarin,A,21,10,20,3"
      })
  void badLineWithAParkIsRefusedByASentence(String line) throws IOException {
    String refusal = refusal(List.of(HEADER_WITH_PARK, GOOD + ",3", line));
    assertTrue(refusal.startsWith("line 3: "), refusal);
    assertTrue(refusal.endsWith("a good line is 0,carousel,Carousel,21,10,20,0"), refusal);
  }

  @Test
  void parkHasOneToFortyRides() throws IOException {
    assertTrue(refusal(List.of(HEADER)).contains("this file has 0"));
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int id = 0; id < Ride.RIDES_MAX; id++) {
      lines.add(id + ",r" + id + ",R," + id + ",1,1");
    }
    assertEquals(Ride.RIDES_MAX, parse(lines).of(0).size());
    lines.add("99,r99,R,99,1,1");
    assertTrue(refusal(lines).startsWith("line 42: a park has 1 to 40 rides"), refusal(lines));
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void whateverPeopleWriteIsReadAsItStandsOrRefusedInASentenceThatNamesTheLine() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    int read = 0;
    for (int round = 0; round < 3_000; round++) {
      List<Ride> rides = rides(chance);
      StringBuilder text = new StringBuilder(HEADER).append('\n');
      rides.forEach(it -> text.append(line(it, chance.nextBoolean())).append('\n'));
      for (int change = chance.nextInt(3); change > 0; change--) {
        text.setCharAt(chance.nextInt(text.length()), SIGNS.charAt(chance.nextInt(SIGNS.length())));
        rides = List.of();
      }
      try {
        RideTable table = parse(List.of(text.toString()));
        assertTrue(table.of(0).size() <= Ride.RIDES_MAX, "-Dfwq.seed=" + seed);
        if (!rides.isEmpty()) {
          assertEquals(rides, table.of(0), "-Dfwq.seed=" + seed);
          read++;
        }
      } catch (IllegalArgumentException e) {
        String why = "-Dfwq.seed=" + seed + ": " + e.getMessage() + "\n" + text;
        assertEquals(List.of(), rides, why);
        assertTrue(
            e.getMessage()
                .matches("(?s)(line \\d+: |a rides file begins |a park has |it is not CSV).*"),
            why);
        assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), why);
      } catch (IOException e) {
        throw new AssertionError("-Dfwq.seed=" + seed, e);
      }
    }
    assertTrue(read > 500, "-Dfwq.seed=" + seed + ": only " + read);
  }

  private static List<Ride> rides(SplittableRandom chance) {
    List<Ride> rides = new ArrayList<>();
    for (int id = 0; id <= chance.nextInt(4); id++) {
      StringBuilder name = new StringBuilder("R");
      for (int length = chance.nextInt(10); length > 0; length--) {
        name.append(NAMES.charAt(chance.nextInt(NAMES.length())));
      }
      rides.add(
          new Ride(
              id,
              "r" + id,
              name + "!",
              Position.ofCell(id * 100 + chance.nextInt(100)),
              chance.nextInt(1, 241),
              chance.nextInt(1, 10_001)));
    }
    return rides;
  }

  /** As spreadsheets write it: in quotes where that is needed, or always. */
  private static String line(Ride ride, boolean quoted) {
    boolean needed = quoted || ride.name().contains(",") || ride.name().contains("\"");
    return "%d,%s,%s,%d,%d,%d"
        .formatted(
            ride.id(),
            ride.key(),
            needed ? "\"" + ride.name().replace("\"", "\"\"") + "\"" : ride.name(),
            ride.position().cell(),
            ride.cycleMinutes(),
            ride.capacity());
  }

  private static RideTable parse(List<String> lines) throws IOException {
    Reader reader = new StringReader(String.join("\r\n", lines));
    return RidesFile.table(Csv.read(reader, "a rides file", RidesFile.COLUMNS));
  }

  private static String refusal(List<String> lines) {
    return assertThrows(IllegalArgumentException.class, () -> parse(lines)).getMessage();
  }
}
