package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RideTableTest {
  private static final String GOOD = "7,soarin,Soarin’ 🎢,399,5,80";

  @Test
  void goodFileIsRead() {
    assertEquals(
        List.of(
            new Ride(7, "soarin", "Soarin’ 🎢", Position.ofCell(399), 5, 80),
            new Ride(0, "a", "A b", Position.GATE, 1, 1)),
        RideTable.parse(List.of(RideTable.HEADER, "", GOOD, " 0 , a , A b , 0 , 1 , 1 ", "  "))
            .of(0));
  }

  @Test
  void firstStartHasItsFourRides() {
    assertEquals(
        List.of("0 21 10 20", "1 58 20 20", "2 158 10 20", "3 250 15 18"),
        RideTable.DEFAULT.stream()
            .map(
                ride ->
                    ride.id()
                        + " "
                        + ride.position().cell()
                        + " "
                        + ride.cycleMinutes()
                        + " "
                        + ride.capacity())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,a,A,21,10",
        "0,a,A,21,10,20,9",
        "a",
        ",,,,,",
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
  void badLineIsRefusedBySentenceWithItsNumber(String line) {
    String refusal = refusal(List.of(RideTable.HEADER, GOOD, "", line));
    assertTrue(refusal.startsWith("line 4: "), refusal);
    assertTrue(refusal.contains("a good line is 0,") || refusal.contains("another ride"), refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id,key,name", "7,soarin,Soarin,399,5,80"})
  void fileWithoutItsHeaderIsToldTheHeader(String first) {
    assertTrue(refusal(List.of(first, GOOD)).contains(RideTable.HEADER));
    assertTrue(refusal(List.of()).contains(RideTable.HEADER));
  }

  @Test
  void ridesWithoutAParkAreInEveryPark() {
    RideTable table = RideTable.parse(List.of(RideTable.HEADER, GOOD));
    assertEquals(table.of(0), table.of(999));
    assertEquals(Set.of(0, 1, 2), table.byPark(3).keySet());
    assertEquals(table.of(0), table.byPark(3).get(2));
  }

  @Test
  void ridesWithAParkAreThereAlone() {
    RideTable table =
        RideTable.parse(
            List.of(RideTable.HEADER_WITH_PARK, "0,a,A,1,1,1,5", GOOD + ", 0 ", "0,a,A,2,1,1,0"));
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
        "0,a,A,21,10,20,1,1",
        "7,other,A,21,10,20,3",
        "0,soarin,A,21,10,20,3"
      })
  void badLineWithAParkIsRefusedByASentence(String line) {
    String refusal = refusal(List.of(RideTable.HEADER_WITH_PARK, GOOD + ",3", line));
    assertTrue(refusal.startsWith("line 3: "), refusal);
    assertTrue(refusal.endsWith("a good line is 0,carousel,Carousel,21,10,20,0"), refusal);
  }

  @Test
  void parkHasOneToFortyRides() {
    assertTrue(refusal(List.of(RideTable.HEADER)).contains("this file has 0"));
    List<String> lines = new ArrayList<>(List.of(RideTable.HEADER));
    for (int id = 0; id < Ride.RIDES_MAX; id++) {
      lines.add(id + ",r" + id + ",R,0,1,1");
    }
    assertEquals(Ride.RIDES_MAX, RideTable.parse(lines).of(0).size());
    lines.add("99,r99,R,0,1,1");
    assertTrue(refusal(lines).startsWith("line 42: a park has 1 to 40 rides"), refusal(lines));
  }

  private static String refusal(List<String> lines) {
    return assertThrows(IllegalArgumentException.class, () -> RideTable.parse(lines)).getMessage();
  }
}
