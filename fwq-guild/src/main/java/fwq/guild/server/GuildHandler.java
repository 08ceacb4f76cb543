package fwq.guild.server;

import fwq.common.park.Plate;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.GuildError;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildReplyCodec;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.GuildRequestCodec;
import fwq.common.talk.guild.Ids;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Proof;
import fwq.guild.rules.Application;
import fwq.guild.rules.Cart;
import fwq.guild.store.Desk;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.sqlite.DatabaseException;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Answers over TCP: places and lists from each park's view, the rest from the database. */
final class GuildHandler implements FrameServer.Handler {
  private final SharedSecret secret;
  private final Map<Integer, ParkView> views;
  private final Desk desk;
  private final GuildVoice voice;
  private final Applicants applicants;
  private final GuildAudit audit;
  private final Consumer<DatabaseException> broken;
  private final ReportPause reports = new ReportPause();

  /**
   * Answers for all parks.
   *
   * @param broken told when the database cannot be used any more
   */
  GuildHandler(
      GuildParts parts,
      Applicants applicants,
      GuildAudit audit,
      Consumer<DatabaseException> broken) {
    this.secret = parts.secret();
    this.views = parts.views();
    this.desk = parts.desk();
    this.voice = parts.voice();
    this.applicants = applicants;
    this.audit = audit;
    this.broken = broken;
  }

  @Override
  public byte[] reply(byte[] bytes, InetAddress from) throws BadMessageException {
    GuildRequest request = GuildRequestCodec.read(bytes);
    GuildReply reply = answer(request, from);
    audit.note(request, reply, from);
    return GuildReplyCodec.write(reply);
  }

  private GuildReply answer(GuildRequest request, InetAddress from) {
    ParkView view = views.get(request.park());
    if (view == null) {
      return GuildReply.Refused.of(
          GuildError.NOT_CURRENT,
          "the guild has not read of park "
              + request.park()
              + " yet, or there is no such park: try again soon");
    }
    try {
      return switch (request) {
        case GuildRequest.Join it -> applicants.join(it, view, from);
        case GuildRequest.AskMembership it -> membership(it);
        case GuildRequest.ListMembers it -> members(it, view);
        case GuildRequest.ListCarts _ -> carts(view);
        case GuildRequest.AskDay it -> day(it, view);
        case GuildRequest.ListRestocks _ ->
            new GuildReply.Restocks(view.needs(), view.deliveries());
        case GuildRequest.ListEvents it ->
            new GuildReply.Events(desk.news(it.park(), it.after(), GuildReply.Events.EVENTS_MAX));
        case GuildRequest.AskMine it -> mine(it, view);
        case GuildRequest.SendReport it -> report(it, from);
        case GuildRequest.Resign it -> resign(it, view);
        case GuildRequest.Expel it -> expel(it, view);
      };
    } catch (DatabaseException e) {
      broken.accept(e);
      return GuildReply.Refused.of(
          ErrorCode.UNAVAILABLE, "the guild cannot use its database just now");
    }
  }

  private GuildReply membership(GuildRequest.AskMembership request) throws DatabaseException {
    String mark = Ids.mark(request.application().reveal());
    Optional<Desk.Known> known = desk.find(mark);
    if (known.isEmpty()) {
      return GuildReply.Refused.of(
          GuildError.UNKNOWN_APPLICATION, "there is no such application: apply again");
    }
    Membership state = known.get().state();
    return new GuildReply.Standing(
        state,
        state == Membership.ACCEPTED
            ? Optional.of(GuildKey.ofMember(secret, mark).encode())
            : Optional.empty(),
        known.get().why());
  }

  private static GuildReply members(GuildRequest.ListMembers request, ParkView view) {
    List<GuildReply.Member> all =
        view.applications().stream()
            .filter(it -> request.premium().map(p -> p == it.join().premium()).orElse(true))
            .filter(it -> request.state().map(s -> s == it.state()).orElse(true))
            .map(GuildHandler::member)
            .sorted(Comparator.comparingLong(GuildReply.Member::since).reversed())
            .toList();
    int most = GuildReply.Members.MEMBERS_MAX;
    return new GuildReply.Members(
        all.stream().limit(most).toList(), Math.max(0, all.size() - most));
  }

  private static GuildReply.Member member(Application it) {
    MemberWord.Join join = it.join();
    return new GuildReply.Member(
        join.plate(),
        join.name(),
        join.surname(),
        join.premium(),
        it.state(),
        it.why(),
        it.state() == Membership.WAITING ? it.writtenAt() : it.decidedAt());
  }

  private static GuildReply carts(ParkView view) {
    long now = System.nanoTime();
    return view.isCurrent(now)
        ? view.places(now)
        : GuildReply.Refused.of(
            GuildError.NOT_CURRENT,
            "where the carts are is not known: the guild has not read all that they said");
  }

  private GuildReply day(GuildRequest.AskDay request, ParkView view) throws DatabaseException {
    Optional<LocalDate> date = request.date().or(view::today);
    if (date.isEmpty()) {
      return GuildReply.Refused.of(
          GuildError.NOT_CURRENT, "the guild has not read anything of that park yet");
    }
    GuildKey operator = GuildKey.ofOperator(secret);
    if (request.proof().isPresent()
        && !request.proof().get().isOf(operator, request.park(), request.words())) {
      return wrongSignature("the guild's secret");
    }
    var report = desk.day(request.park(), date.get()).first(GuildReply.Day.LATE_MAX);
    return new GuildReply.Day(request.proof().isPresent() ? report : report.withoutNames());
  }

  private GuildReply mine(GuildRequest.AskMine request, ParkView view) {
    Application member = view.members().get(request.plate());
    String words = GuildRequest.AskMine.words(request.plate());
    Optional<GuildReply> refusal =
        refusal(member, request.park(), request.plate(), request.proof(), words);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Cart> cart =
        view.carts().stream().filter(it -> it.mark().equals(member.join().mark())).findFirst();
    return new GuildReply.Mine(
        cart.map(it -> OptionalLong.of(it.at())).orElse(OptionalLong.empty()),
        cart.map(Cart::stock).orElse(0),
        view.deliveries().stream().filter(it -> it.plate().equals(request.plate())).toList());
  }

  private Optional<GuildReply> refusal(
      Application member, int park, Plate plate, Proof proof, String words) {
    if (member == null) {
      return Optional.of(
          GuildReply.Refused.of(
              GuildError.NOT_A_MEMBER, "no member of park " + park + " has the plate " + plate));
    }
    return proof.isOf(GuildKey.ofMember(secret, member.join().mark()), park, words)
        ? Optional.empty()
        : Optional.of(wrongSignature("the member's key"));
  }

  private static GuildReply wrongSignature(String key) {
    return GuildReply.Refused.of(
        GuildError.WRONG_SIGNATURE, "this is not signed with " + key + " for this park");
  }

  private GuildReply report(GuildRequest.SendReport request, InetAddress from) {
    if (!reports.mayReport(from, System.nanoTime())) {
      return new GuildReply.Refused(
          ErrorReply.later(
              ErrorCode.BUSY,
              "one report in ten seconds is enough; thank you",
              ReportPause.MILLIS));
    }
    return voice.report(request.park(), request.position())
        ? new GuildReply.Done()
        : GuildReply.Refused.of(ErrorCode.UNAVAILABLE, "the broker is away: report it again later");
  }

  private GuildReply resign(GuildRequest.Resign request, ParkView view) throws DatabaseException {
    Application member = view.members().get(request.plate());
    String words = GuildRequest.Resign.words(request.plate());
    Optional<GuildReply> refusal =
        refusal(member, request.park(), request.plate(), request.proof(), words);
    return refusal.isPresent() ? refusal.get() : leave(request.park(), request.plate(), false, "");
  }

  private GuildReply expel(GuildRequest.Expel request, ParkView view) throws DatabaseException {
    String words = GuildRequest.Expel.words(request.plate(), request.reason());
    if (!request.proof().isOf(GuildKey.ofOperator(secret), request.park(), words)) {
      return wrongSignature("the guild's secret");
    }
    if (!view.members().containsKey(request.plate())) {
      return GuildReply.Refused.of(
          GuildError.NOT_A_MEMBER,
          "no member of park " + request.park() + " has the plate " + request.plate());
    }
    return leave(request.park(), request.plate(), true, request.reason());
  }

  private GuildReply leave(int park, Plate plate, boolean expelled, String reason)
      throws DatabaseException {
    Optional<Desk.Departing> departing = desk.leave(park, plate, expelled, reason);
    departing.ifPresent(it -> voice.leave(park, it.premium(), it.leave()));
    return new GuildReply.Done();
  }
}
