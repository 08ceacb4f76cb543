package fwq.operator.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.operator.judge.Violation.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A true park is believed, and each lie is found out. */
final class VerdictTest {
  private final WrittenPark park = new WrittenPark(3);

  private static void assertFinds(Map<Kind, Long> expected, Verdict verdict) {
    assertEquals(expected, verdict.counts(), () -> verdict.told().toString());
  }

  /** Ana walks, Bob comes and goes, and epoch 1 tells the truth. */
  private void trueDay() {
    park.enter("ana").admitted(1, "ana", 0).frame(1, Map.of("ana", 0));
    park.enter("bob").move("ana", 1).frame(1, Map.of("ana", 1, "bob", 0)).admitted(1, "bob", 0);
    park.move("ana", 5).rejected(1, "ana", 1);
    park.leave("bob").gone(1, "bob", "LEFT").frame(1, Map.of("ana", 1));
  }

  /** What follows happens long after what was before. */
  private void later() {
    for (int i = 0; i < 3; i++) {
      park.after(1_500).here("ana");
    }
  }

  @Test
  void theTruthIsBelieved() {
    trueDay();
    later();
    Verdict verdict = park.frame(1, Map.of("ana", 1)).verdict();
    assertFinds(Map.of(), verdict);
    assertEquals(4, verdict.compared());
    assertEquals(4, verdict.answers());
  }

  @Test
  void aLostGuestIsMissed() {
    trueDay();
    Verdict verdict = park.enter("cem").admitted(1, "cem", 0).frame(1, Map.of("ana", 1)).verdict();
    assertFinds(Map.of(Kind.LOST, 1L), verdict);
    assertEquals("cem", verdict.told().getFirst().alias());
  }

  @Test
  void aLostGuestIsMissedInACrowdWithoutNames() {
    WrittenPark crowd = new WrittenPark(1_000);
    IntStream.range(0, 300).forEach(i -> crowd.enter("g" + i).admitted(1, "g" + i, 0));
    crowd.frame(1, 0, 300, crowded(300, 300)).frame(1, 1, 300, crowded(299, 299));
    assertFinds(Map.of(Kind.LOST, 1L), crowd.verdict());
  }

  @Test
  void aFrameWhoseCellsDoNotAddUpContradictsItself() {
    WrittenPark crowd = new WrittenPark(1_000);
    IntStream.range(0, 300).forEach(i -> crowd.enter("g" + i).admitted(1, "g" + i, 0));
    crowd.frame(1, 0, 300, crowded(300, 299));
    assertFinds(Map.of(Kind.CONTRADICTION, 1L, Kind.MISPLACED, 1L), crowd.verdict());
  }

  private static ParkMap crowded(int inside, int atTheGate) {
    return new ParkMap(
        inside,
        1_000,
        List.of(),
        List.of(new ParkMap.Headcount(Position.GATE, atTheGate)),
        List.of());
  }

  @Test
  void aGuestWhoIsOnTheMapTwiceIsDoubled() {
    trueDay();
    ParkMap.Whereabouts ana = new ParkMap.Whereabouts("ana", Position.ofCell(1));
    ParkMap twice =
        new ParkMap(
            2, 3, List.of(), List.of(new ParkMap.Headcount(ana.position(), 2)), List.of(ana, ana));
    Verdict verdict = park.frame(1, 3, 5, twice).verdict();
    assertFinds(Map.of(Kind.DOUBLED, 1L), verdict);
  }

  /** Two guests who are shown as Zoe, and one who is not named. */
  private void masked(int zoe, int otherZoe, int hidden, ParkMap.Whereabouts... names) {
    park.enter("ana", "Zoe").enter("bob", "Zoe").enter("cem", "");
    park.move("ana", 1).move("bob", 20).move("cem", 399);
    park.admitted(1, "ana", 0).admitted(1, "bob", 0).admitted(1, "cem", 0);
    park.frame(
        1,
        0,
        6,
        new ParkMap(
            3,
            3,
            List.of(),
            IntStream.of(zoe, otherZoe, hidden)
                .sorted()
                .mapToObj(cell -> new ParkMap.Headcount(Position.ofCell(cell), 1))
                .toList(),
            List.of(names)));
  }

  private static ParkMap.Whereabouts shown(String name, int cell) {
    return new ParkMap.Whereabouts(name, Position.ofCell(cell));
  }

  @Test
  void guestsAreToBeShownAsTheyChose() {
    masked(1, 20, 399, shown("Zoe", 1), shown("Zoe", 20));
    assertFinds(Map.of(), park.verdict());
  }

  @Test
  void nameOfAGuestWhoDoesNotWantToBeNamedIsALie() {
    masked(1, 20, 399, shown("Zoe", 1), shown("Zoe", 20), shown("cem", 399));
    assertFinds(Map.of(Kind.DOUBLED, 1L), park.verdict());
  }

  @Test
  void oneOfTwoGuestsWithOneNameIsMissed() {
    masked(1, 20, 399, shown("Zoe", 20));
    assertFinds(Map.of(Kind.LOST, 1L), park.verdict());
  }

  @Test
  void oneOfTwoGuestsWithOneNameIsMisplaced() {
    masked(1, 21, 399, shown("Zoe", 1), shown("Zoe", 21));
    assertFinds(Map.of(Kind.MISPLACED, 1L), park.verdict());
  }

  @Test
  void guestWithoutANameIsMissedByTheCells() {
    masked(1, 20, 398, shown("Zoe", 1), shown("Zoe", 20));
    assertFinds(Map.of(Kind.MISPLACED, 1L), park.verdict());
  }

  @Test
  void aGuestWhoLeftAndIsStillOnTheMapIsDoubled() {
    trueDay();
    assertFinds(Map.of(Kind.DOUBLED, 1L), park.frame(1, Map.of("ana", 1, "bob", 0)).verdict());
  }

  @Test
  void aGuestWhomNobodyLetInIsDoubled() {
    trueDay();
    later();
    Verdict verdict = park.admitted(1, "eve", 0).verdict();
    assertFinds(Map.of(Kind.DOUBLED, 1L, Kind.UNTOLD, 1L), verdict);
  }

  @Test
  void anAnswerMayBeRepeatedByTheNextOwnerAndNotByTheSame() {
    trueDay();
    Verdict again = park.admitted(2, "ana", 1).rejected(2, "ana", 1).verdict();
    assertFinds(Map.of(), again);
    assertFinds(Map.of(Kind.WRONG_ANSWER, 1L), park.rejected(2, "ana", 1).verdict());
  }

  @Test
  void aPlaceWhereTheGuestNeverStoodIsALie() {
    trueDay();
    assertFinds(Map.of(Kind.MISPLACED, 1L), park.admitted(2, "ana", 40).verdict());
  }

  @Test
  void moreThanThePlacesAreTooMany() {
    park.enter("a").enter("b").enter("c").enter("d");
    Verdict verdict = park.frame(1, Map.of("a", 0, "b", 0, "c", 0, "d", 0)).verdict();
    assertEquals(1, verdict.counts().get(Kind.OVER_CAPACITY));
    assertEquals(1, verdict.counts().get(Kind.DOUBLED));
  }

  @Test
  void whatAGhostSaysIsCountedAndNotBelieved() {
    trueDay();
    park.frame(2, 0, 5, Map.of("ana", 1)).frame(1, 3, 5, Map.of()).gone(1, "ana", "SILENT");
    Verdict verdict = park.frame(2, 1, 5, Map.of("ana", 1)).verdict();
    assertFinds(Map.of(), verdict);
    assertEquals(2, verdict.ghosts());
    assertEquals(
        List.of(3L, 2L), verdict.ownerships().stream().map(OwnershipSeen::frames).toList());
  }

  @Test
  void aJumpOfTwoCellsIsFoundOut() {
    trueDay();
    Verdict verdict = park.move("ana", 3).frame(1, Map.of("ana", 3)).verdict();
    assertFinds(Map.of(Kind.MISPLACED, 1L), verdict);
    assertTrue(verdict.told().getFirst().what().contains("shown at 3, but walked to 1"));
  }

  @Test
  void aGuestInsideWhoIsSentHomeWithoutReasonIsLost() {
    trueDay();
    later();
    Verdict verdict = park.gone(1, "ana", "SILENT").verdict();
    // No such answer is due, and at the end she takes herself for outside.
    assertFinds(Map.of(Kind.LOST, 2L), verdict);
  }

  @Test
  void framesFollowEachOtherWithoutAGapAndWithoutAStepBack() {
    trueDay();
    park.frame(1, 4, 5, Map.of("ana", 1)).frame(1, 5, 2, Map.of("ana", 0, "bob", 0));
    Verdict verdict = park.verdict();
    assertEquals(2, verdict.counts().get(Kind.SEQUENCE));
  }

  @Test
  void aFrameCannotIncludeWhatNobodySaid() {
    trueDay();
    assertFinds(Map.of(Kind.SEQUENCE, 1L), park.frame(1, 3, 6, Map.of("ana", 1)).verdict());
  }

  @Test
  void whoeverIsInsideMustHaveBeenToldUnlessItIsNews() {
    trueDay();
    park.enter("cem").frame(1, Map.of("ana", 1, "cem", 0));
    assertFinds(Map.of(), park.verdict());
    later();
    park.frame(1, Map.of("ana", 1, "cem", 0));
    assertFinds(Map.of(Kind.UNTOLD, 1L), park.verdict());
    // Perhaps on a record that is there no more.
    assertFinds(Map.of(), park.verdict(false));
  }

  @Test
  void onlyTheFirstViolationsAreToldAndAllAreCounted() {
    trueDay();
    IntStream.range(0, 50).forEach(i -> park.admitted(1, "eve", 0));
    IntStream.range(0, 50).forEach(i -> park.refused(1, "ana", "FULL"));
    Verdict verdict = park.verdict();
    assertEquals(101, verdict.violations());
    assertEquals(17, verdict.told().size());
  }
}
