package fwq.common.talk.guild;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bytes of this conversation. */
final class GuildVectorsTest extends VectorsContract {
  private static final String ID = "00112233445566778899aabbccddeeff";
  private static final String PERSON = "ffeeddccbbaa99887766554433221100";
  private static final Plate PLATE = Plate.of("CART-1");
  private static final Proof PROOF = new Proof("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
  private static final long AT = 1_700_000_000_000L;
  private static final Delivery UNDER_WAY =
      new Delivery(8, PLATE, 50, AT, AT + 60_000, OptionalLong.empty());

  @Override
  protected List<Vector> vectors() {
    List<Vector> all = new ArrayList<>(topics());
    all.addAll(requests());
    all.addAll(replies());
    return all;
  }

  private static List<Vector> topics() {
    return List.of(
        word("cart", new CartWord.Place(PLATE, AT, Position.ofCell(399), 0)),
        word("sale", new CartWord.Sale(PLATE, AT, "ana", 4, 96, Position.ofCell(0))),
        word(
            "sale-name",
            new CartWord.Sale(
                Plate.of("A1-2-3-4"),
                0,
                "José \"Pepe\"\\Luis 🎢",
                1_000,
                1_000_000,
                Position.ofCell(21))),
        Vector.of(
            CartCodec.class,
            "report",
            new Report(Position.ofCell(42)),
            CartCodec::write,
            CartCodec::readReport),
        Vector.of(
            CartCodec.class,
            "tick",
            new Tick(ID, OptionalLong.of(0), Optional.empty()),
            CartCodec::write,
            CartCodec::readTick),
        Vector.of(
            CartCodec.class,
            "tick-zone",
            new Tick(ID, OptionalLong.of(12), Optional.of(ZoneId.of("Europe/Madrid"))),
            CartCodec::write,
            CartCodec::readTick),
        Vector.of(
            CartCodec.class,
            "tick-first",
            new Tick(ID, OptionalLong.empty(), Optional.empty()),
            CartCodec::write,
            CartCodec::readTick),
        member(
            "member-join",
            new MemberWord.Join(ID, PERSON, "José", "Ñandú 🎢", PLATE, true, 3, 500)),
        member("member-leave", new MemberWord.Leave(ID, PLATE, false, "")),
        member("member-expelled", new MemberWord.Leave(ID, PLATE, true, "sold “cold” soup")));
  }

  private static List<Vector> requests() {
    return List.of(
        request(
            "join-request",
            new GuildRequest.Join(
                3,
                "José",
                "Gil",
                new Secret("12.345.678-9"),
                new Secret("j@example.org"),
                PLATE,
                true,
                500)),
        request("membership-request", new GuildRequest.AskMembership(new Secret(ID))),
        request(
            "members-request",
            new GuildRequest.ListMembers(3, Optional.of(true), Optional.of(Membership.REJECTED))),
        request(
            "members-request-all",
            new GuildRequest.ListMembers(0, Optional.empty(), Optional.empty())),
        request("carts-request", new GuildRequest.ListCarts(999)),
        request(
            "day-request",
            new GuildRequest.AskDay(
                3, Optional.of(LocalDate.parse("2026-11-28")), Optional.of(PROOF))),
        request(
            "day-request-today", new GuildRequest.AskDay(0, Optional.empty(), Optional.empty())),
        request("restocks-request", new GuildRequest.ListRestocks(3)),
        request("events-request", new GuildRequest.ListEvents(3, OptionalLong.of(17))),
        request("mine-request", new GuildRequest.AskMine(3, PLATE, PROOF)),
        request("report-request", new GuildRequest.SendReport(3, Position.ofCell(399))),
        request("resign-request", new GuildRequest.Resign(3, PLATE, PROOF)),
        request("expel-request", new GuildRequest.Expel(3, PLATE, "sold “cold” soup", PROOF)));
  }

  private static List<Vector> replies() {
    return List.of(
        reply("error", GuildReply.Refused.of(ErrorCode.UNAVAILABLE, "no “such” thing 🤷")),
        reply("done", new GuildReply.Done()),
        reply("received", new GuildReply.Received(new Secret(ID), AT)),
        reply("waiting", standing(Membership.WAITING)),
        reply(
            "accepted",
            new GuildReply.Standing(
                Membership.ACCEPTED, Optional.of(new Secret("key")), Optional.empty())),
        reply(
            "rejected",
            new GuildReply.Standing(
                Membership.REJECTED, Optional.empty(), Optional.of(Rejection.QUOTA_FULL))),
        reply("resigned", standing(Membership.RESIGNED)),
        reply("expelled", standing(Membership.EXPELLED)),
        reply(
            "members",
            new GuildReply.Members(
                List.of(
                    new GuildReply.Member(
                        PLATE, "José", "Gil", true, Membership.ACCEPTED, Optional.empty(), AT),
                    new GuildReply.Member(
                        PLATE,
                        "Eva",
                        "Gil",
                        false,
                        Membership.REJECTED,
                        Optional.of(Rejection.PLATE_TAKEN),
                        0)),
                7)),
        reply(
            "carts",
            new GuildReply.Carts(
                AT,
                List.of(new GuildReply.CartPlace(PLATE, Position.ofCell(42), 17, 3)),
                List.of(new Sighting(Position.ofCell(200), 2, AT, AT + 5)))),
        reply(
            "day",
            new GuildReply.Day(
                new DayReport(
                    0,
                    LocalDate.parse("2026-11-28"),
                    true,
                    List.of(
                        new CartSales(
                            PLATE,
                            8,
                            5,
                            2,
                            List.of(new ClientSales("bob", 3, 5), new ClientSales("ana", 2, 3)))),
                    List.of(new LateSales(PLATE, "2026-11-27T23+01:00", 1, 4))))),
        reply(
            "restocks",
            new GuildReply.Restocks(
                List.of(new Need(PLATE, 50, AT)),
                List.of(new Delivery(7, PLATE, 1, 0, 1, OptionalLong.of(AT)), UNDER_WAY))),
        reply(
            "events",
            new GuildReply.Events(
                List.of(
                    new GuildNews(
                        1, AT, GuildNews.Kind.JUMPED, Optional.of(PLATE), "7 cells in 1 s"),
                    new GuildNews(2, AT, GuildNews.Kind.SIGHTED, Optional.empty(), "")))),
        reply("mine", new GuildReply.Mine(OptionalLong.of(AT), 96, List.of(UNDER_WAY))),
        reply("mine-new", new GuildReply.Mine(OptionalLong.empty(), 0, List.of())));
  }

  private static GuildReply.Standing standing(Membership state) {
    return new GuildReply.Standing(state, Optional.empty(), Optional.empty());
  }

  private static Vector word(String name, CartWord word) {
    return Vector.of(CartCodec.class, name, word, CartCodec::write, CartCodec::readWord);
  }

  private static Vector member(String name, MemberWord word) {
    return Vector.of(MemberCodec.class, name, word, MemberCodec::write, MemberCodec::read);
  }

  private static Vector request(String name, GuildRequest request) {
    return Vector.of(
        GuildRequestCodec.class, name, request, GuildRequestCodec::write, GuildRequestCodec::read);
  }

  private static Vector reply(String name, GuildReply reply) {
    return Vector.of(
        GuildReplyCodec.class, name, reply, GuildReplyCodec::write, GuildReplyCodec::read);
  }
}
