package fwq.guild.server;

import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.GuildError;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Ids;
import fwq.common.talk.guild.MemberWord;
import fwq.guild.rules.Terms;
import fwq.guild.store.Desk;
import fwq.kit.frame.RateLimit;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes applications in: the row first, then the record. What they come to the log decides. */
final class Applicants {
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final int ADDRESSES_MAX = 10_000;

  private static final Pattern NATIONAL_ID = Pattern.compile("[A-Z0-9]{4,20}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

  private final Terms terms;
  private final GuildKey persons;
  private final Desk desk;
  private final GuildVoice voice;
  private final SecureRandom random;
  private final RateLimit rate = new RateLimit(1, ADDRESSES_MAX);

  Applicants(Terms terms, SharedSecret secret, Desk desk, GuildVoice voice, SecureRandom random) {
    this.terms = terms;
    this.persons = GuildKey.ofPersons(secret);
    this.desk = desk;
    this.voice = voice;
    this.random = random;
  }

  /** Somebody applies. */
  GuildReply join(GuildRequest.Join request, ParkView view, InetAddress from)
      throws DatabaseException {
    long now = System.nanoTime();
    long decidedBy = request.premium() ? view.timeAt(now) : terms.sittingAfter(view.timeAt(now));
    if (rate.attempt(from, now / NANOS_A_MILLI).isRefusal()
        || desk.waiting(request.park()) >= Desk.WAITING_MAX) {
      return new GuildReply.Refused(
          ErrorReply.later(
              ErrorCode.BUSY,
              "too many apply just now: try again after the next sitting",
              terms.sitting().toMillis()));
    }
    // As people write it: with dots, dashes, spaces, in either case.
    String nationalId =
        request.nationalId().reveal().replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    Optional<GuildReply> invalid = invalid(request, nationalId);
    if (invalid.isPresent()) {
      return invalid.get();
    }
    String application = newId();
    MemberWord.Join join;
    try {
      join =
          new MemberWord.Join(
              Ids.mark(application),
              persons.idOf(nationalId),
              request.name().strip(),
              request.surname().strip(),
              request.plate(),
              request.premium(),
              request.park(),
              request.restock());
    } catch (IllegalArgumentException e) {
      return GuildReply.Refused.invalid(fieldOf(e), e.getMessage());
    }
    if (desk.isElsewhere(request.park(), join.plate(), join.person())) {
      return GuildReply.Refused.of(
          GuildError.OTHER_PARK,
          "this plate or person belongs to another park's guild: resign there first");
    }
    desk.insert(join, new Secret(nationalId), request.email());
    voice.join(join);
    return new GuildReply.Received(new Secret(application), decidedBy);
  }

  private static Optional<GuildReply> invalid(GuildRequest.Join request, String nationalId) {
    if (!NATIONAL_ID.matcher(nationalId).matches()) {
      return Optional.of(
          GuildReply.Refused.invalid(
              "nationalId", "a national id has 4 to 20 letters and digits, such as 12.345.678-9"));
    }
    if (!EMAIL.matcher(request.email().reveal()).matches()) {
      return Optional.of(
          GuildReply.Refused.invalid("email", "a mail address is like ana@example.org"));
    }
    return Optional.empty();
  }

  /** The records' sentences begin with the field. */
  private static String fieldOf(IllegalArgumentException e) {
    String message = e.getMessage();
    return message.substring(0, Math.max(0, message.indexOf(' ')));
  }

  private String newId() {
    byte[] id = new byte[Ids.BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
