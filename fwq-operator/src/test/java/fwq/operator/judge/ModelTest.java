package fwq.operator.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ModelTest {
  private final WrittenPark park = new WrittenPark(1);

  private void says(String... expected) {
    assertEquals(
        List.of(expected),
        park.expected().stream()
            .map(
                note ->
                    note.alias()
                        + " "
                        + note.answer().kind()
                        + note.position().map(it -> " " + it.cell()).orElse("")
                        + (note.answer().reason().isEmpty() ? "" : " " + note.answer().reason()))
            .toList());
  }

  @Test
  void guestsComeInAtTheGateUntilThePlacesAreTaken() {
    park.enter("ana").enter("bob").leave("ana").enter("bob");
    says("ana ADMITTED 0", "bob REFUSED FULL", "ana GONE LEFT", "bob ADMITTED 0");
  }

  @Test
  void enteringAgainKeepsThePlace() {
    park.enter("ana").move("ana", 21).enter("ana");
    says("ana ADMITTED 0", "ana ADMITTED 21");
  }

  @Test
  void oneStepCountsAcrossTheEdgeAndTwoDoNot() {
    park.enter("ana").move("ana", 399).move("ana", 0).move("ana", 2);
    says("ana ADMITTED 0", "ana REJECTED 0 TOO_FAR");
  }

  @Test
  void whoIsSilentForTenSecondsIsGoneWithTheNextRecord() {
    park.enter("ana");
    for (int second = 0; second < 4; second++) {
      park.after(2_500).tick();
    }
    says("ana ADMITTED 0", "ana GONE SILENT");
  }

  @Test
  void afterALeapEverybodyCountsAsHeard() {
    park.enter("ana").after(60_000).tick().after(2_900).here("ana");
    park.after(-60_000).tick().after(2_900).tick();
    says("ana ADMITTED 0");
  }

  @Test
  void whatWasSaidBeforeCannotBeSaidAgain() {
    Enter once = new Enter(WrittenPark.session("ana"), 7);
    park.say(once).say(once).say(new Move("ana", 8, Position.ofCell(1)));
    park.say(new Move("ana", 8, Position.ofCell(0))).say(new Leave("ana", 9)).say(once);
    park.say(new Leave("ana", 10));
    says("ana ADMITTED 0", "ana GONE LEFT", "ana GONE NOT_INSIDE");
  }

  @Test
  void aRefusedEnterCannotBeSaidAgainEither() {
    Enter bob = new Enter(WrittenPark.session("bob"), 7);
    park.enter("ana").say(bob).leave("ana").say(bob);
    says("ana ADMITTED 0", "bob REFUSED FULL", "ana GONE LEFT");
  }

  @Test
  void theNewestLoginCounts() {
    park.say(new Enter(new Session("ana", 2, WrittenPark.EXPIRES), 1));
    park.say(new Enter(new Session("ana", 1, WrittenPark.EXPIRES), 2));
    says("ana ADMITTED 0", "ana REFUSED SUPERSEDED");
  }

  @Test
  void sessionsEnd() {
    Session brief = new Session("ana", 1, WrittenPark.START + 2_000);
    park.say(new Enter(brief, 1)).after(2_000).here("ana").say(new Enter(brief, 2));
    says("ana ADMITTED 0", "ana GONE EXPIRED", "ana REFUSED EXPIRED");
  }

  private WrittenPark enterIn(long issuedAt) {
    return park.say(new Enter(new Session("ana", issuedAt, WrittenPark.EXPIRES), issuedAt));
  }

  @Test
  void sessionsThatTheRegistryEndsAreOverAndNoOthers() {
    enterIn(5).ended("ana", 5, true).say(new Enter(new Session("ana", 5, WrittenPark.EXPIRES), 9));
    enterIn(4);
    enterIn(6).ended("ana", 5, true).say(new Leave("ana", 7)).ended("ana", 5, true);
    enterIn(4);
    says(
        "ana ADMITTED 0",
        "ana GONE ENDED",
        "ana REFUSED EXPIRED",
        "ana REFUSED EXPIRED",
        "ana ADMITTED 0",
        "ana GONE LEFT",
        "ana REFUSED SUPERSEDED");
  }

  @Test
  void sessionsCanEndBeforeTheyWereEverShown() {
    park.ended("ana", 5, true);
    enterIn(5);
    enterIn(6);
    says("ana REFUSED EXPIRED", "ana ADMITTED 0");
  }

  @Test
  void onlyTheRegistryEndsSessions() {
    enterIn(5).ended("ana", 5, false);
    says("ana ADMITTED 0");
  }

  @Test
  void whatIsNotSignedByTheGuestInsideOnlyLetsTimePass() {
    park.enter("ana").say(new Leave("ana", WrittenPark.EXPIRES), _ -> false);
    park.say(new Leave("bob", 1), _ -> false);
    says("ana ADMITTED 0");
  }

  @Test
  void twentyThingsCountAtOnceAndThenOneEachFiftyMilliseconds() {
    Session ana = WrittenPark.session("ana");
    park.say(new Enter(ana, 1));
    for (int step = 2; step < 100; step++) {
      park.after(-10).say(new Move("ana", step, Position.ofCell(step % 2)));
    }
    park.after(-10).say(new Enter(ana, 100)).after(40).say(new Enter(ana, 101));
    park.say(new Leave("ana", 102));
    says("ana ADMITTED 0", "ana ADMITTED 0", "ana GONE LEFT");
  }

  @Test
  void closedParkLetsNobodyInAndIsClearedByAWordOfItsOwn() {
    park.enter("ana").operator(new OperatorWord.Gate(false, Optional.empty())).enter("bob");
    park.operator(new OperatorWord.Clear()).operator(new OperatorWord.Clear());
    park.operator(new OperatorWord.Gate(true, Optional.empty())).enter("bob");
    says("ana ADMITTED 0", "bob REFUSED CLOSED", "ana GONE CLOSED", "bob ADMITTED 0");
  }

  @Test
  void operatorsCapacityStandsAboveThePark() {
    park.operator(new OperatorWord.Capacity(OptionalInt.of(2))).enter("ana").enter("bob");
    park.operator(new OperatorWord.Capacity(OptionalInt.empty())).enter("cai");
    says("ana ADMITTED 0", "bob ADMITTED 0", "cai REFUSED FULL");
  }
}
