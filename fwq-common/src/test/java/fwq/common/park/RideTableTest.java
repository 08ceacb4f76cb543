package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
        RideTable.parse(List.of(RideTable.HEADER, "", GOOD, " 0 , a , A b , 0 , 1 , 1 ", "  ")));
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
  void parkHasOneToFortyRides() {
    assertTrue(refusal(List.of(RideTable.HEADER)).contains("this file has 0"));
    List<String> lines = new ArrayList<>(List.of(RideTable.HEADER));
    for (int id = 0; id < Ride.RIDES_MAX; id++) {
      lines.add(id + ",r" + id + ",R,0,1,1");
    }
    assertEquals(Ride.RIDES_MAX, RideTable.parse(lines).size());
    lines.add("99,r99,R,0,1,1");
    assertTrue(refusal(lines).contains("this file has 41"));
  }

  private static String refusal(List<String> lines) {
    return assertThrows(IllegalArgumentException.class, () -> RideTable.parse(lines)).getMessage();
  }
}
