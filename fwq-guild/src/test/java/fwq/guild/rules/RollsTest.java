package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Rejection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollsTest {
  @Test
  void ordinaryApplicationIsDecidedAtTheNextWholeMinute() {
    TestPark park = new TestPark().seconds(10).join("CART-1").seconds(49);
    assertEquals(Membership.WAITING, park.membership("CART-1"));
    park.seconds(1);
    assertEquals(Membership.ACCEPTED, park.membership("CART-1"));
  }

  @Test
  void premiumApplicationIsDecidedWhenItIsRead() {
    TestPark park = new TestPark().seconds(10).joinPremium("CART-1");
    assertEquals(Membership.ACCEPTED, park.membership("CART-1", "CART-1", true));
  }

  /** Pitfall 41. */
  @Test
  void nobodyPaysToWaitLonger() {
    TestPark park = TestPark.withQuota(1).seconds(1).join("CART-1").seconds(30);
    park.joinPremium("CART-2").seconds(40);
    assertEquals(Membership.ACCEPTED, park.membership("CART-2", "CART-2", true));
    assertEquals(
        Optional.of(Rejection.QUOTA_FULL),
        park.guild.application(TestPark.mark("CART-1CART-1false")).orElseThrow().why());
  }

  @Test
  void ordinaryApplicationsAreDecidedInTheirOrder() {
    TestPark park = TestPark.withQuota(2).join("CART-3").join("CART-1").join("CART-2").seconds(60);
    assertEquals(
        List.of("CART-3", "CART-1"), park.members().keySet().stream().map(Plate::text).toList());
    assertEquals(Membership.REJECTED, park.membership("CART-2"));
  }

  @Test
  void whoWasTurnedAwayForWantOfRoomMayApplyAgain() {
    TestPark park = TestPark.withQuota(1).join("CART-1").join("CART-2").seconds(60);
    park.leave("CART-1", false).join("CART-2", "CART-2 again", false).seconds(60);
    assertEquals(Membership.ACCEPTED, park.membership("CART-2", "CART-2 again", false));
  }

  /** Pitfall 57. */
  @Test
  void plateIsOneHoweverItIsWritten() {
    TestPark park = new TestPark().join("park 01", "ana", false).join("PARK01", "bob", false);
    park.seconds(60);
    assertEquals(Membership.ACCEPTED, park.membership("park 01", "ana", false));
    assertEquals(Membership.REJECTED, park.membership("PARK01", "bob", false));
  }

  /** Pitfall 57. */
  @Test
  void personHasOneCart() {
    TestPark park = new TestPark().join("CART-1", "ana", false).join("CART-2", "ana", true);
    park.seconds(60);
    assertEquals(Membership.ACCEPTED, park.membership("CART-2", "ana", true));
    assertEquals(Membership.REJECTED, park.membership("CART-1", "ana", false));
  }

  @Test
  void waitingApplicationCanBeMadePremium() {
    TestPark park = new TestPark().join("CART-1").seconds(5).joinPremium("CART-1");
    assertEquals(Membership.ACCEPTED, park.membership("CART-1", "CART-1", true));
    assertEquals(
        Optional.of(Rejection.MADE_PREMIUM),
        park.guild.application(TestPark.mark("CART-1CART-1false")).orElseThrow().why());
  }

  @Test
  void neitherTheExpelledNorTheirPlatesComeBack() {
    TestPark park = new TestPark().joinPremium("CART-1").leave("CART-1", true);
    park.join("CART-1", "somebody else", true).join("CART-2", "CART-1", true);
    assertEquals(Membership.REJECTED, park.membership("CART-1", "somebody else", true));
    assertEquals(Membership.REJECTED, park.membership("CART-2", "CART-1", true));
    assertTrue(park.members().isEmpty());
  }

  @Test
  void expulsionOutlivesARestart() {
    TestPark park = new TestPark().joinPremium("CART-1").leave("CART-1", true).killed();
    park.join("CART-1", "somebody else", true);
    assertEquals(Membership.REJECTED, park.membership("CART-1", "somebody else", true));
  }

  @Test
  void whoResignsMakesRoom() {
    TestPark park = TestPark.withQuota(1).joinPremium("CART-1").leave("CART-1", false);
    park.joinPremium("CART-2");
    assertEquals(Membership.ACCEPTED, park.membership("CART-2", "CART-2", true));
  }

  @Test
  void knownApplicationIsDecidedOnce() {
    TestPark park = new TestPark().joinPremium("CART-1");
    assertEquals(
        Verdict.KNOWN, park.guild.hear(TestPark.application("CART-1", "CART-1", true), park.now));
    assertEquals(1, park.all(GuildEvent.Decided.class).size());
  }

  /** Pitfall 103. */
  @Test
  void killsDoNotPutSittingsOff() {
    TestPark park = new TestPark().seconds(30).join("CART-1");
    for (int i = 0; i < 20 && park.membership("CART-1") == Membership.WAITING; i++) {
      park.killed().nothingFor(4_000).seconds(46);
    }
    assertEquals(Membership.ACCEPTED, park.membership("CART-1"));
  }

  @Test
  void missedSittingsAreHeldOnce() {
    TestPark park = new TestPark().seconds(30).join("CART-1").killed().nothingFor(3_600_000);
    assertEquals(Membership.ACCEPTED, park.membership("CART-1"));
    assertEquals(1, park.all(GuildEvent.Sat.class).size());
  }

  @Test
  void sittingTellsWhomItAcceptedAndWhomNot() {
    TestPark park = TestPark.withQuota(1).join("CART-1").join("CART-2").seconds(60);
    List<GuildEvent.Sat> sittings = park.all(GuildEvent.Sat.class);
    assertEquals(
        List.of(Membership.ACCEPTED, Membership.REJECTED),
        sittings.getFirst().decided().stream().map(Application::state).toList());
    assertFalse(park.all(GuildEvent.Decided.class).isEmpty());
  }
}
