package fwq.guild.books;

import fwq.common.signing.SharedSecret;
import fwq.guild.rules.GuildEvent;
import fwq.guild.rules.Incumbency;
import fwq.guild.rules.MergedLog;
import fwq.guild.rules.MergedLog.Entry;
import fwq.guild.rules.MergedLog.Stream;
import fwq.guild.rules.ParkGuild;
import fwq.guild.rules.ParkState;
import fwq.guild.rules.Terms;
import fwq.guild.rules.Verdict;
import fwq.guild.store.DayTable;
import fwq.guild.store.NewsTable;
import fwq.guild.store.ParkTable;
import fwq.kit.kafka.Skipped;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One park in the guild's care: from records to rules, and from rules to what is stored. */
public final class ParkBooks {
  private final int park;
  private final Skipped skipped;
  private final ParkTable table;
  private final NewsTable news;
  private final DayTable days;
  private final ParkGuild guild;
  private final Incumbency incumbency;
  private final MergedLog<Said> log = new MergedLog<>();
  private final Map<Stream, Decoding> decodings = new EnumMap<>(Stream.class);
  private final MemberKeys keys;
  private Optional<LocalDate> today;
  private Incumbency.Answer answer = Incumbency.Answer.NONE;
  private boolean isChanged;
  private long writtenTo;
  private long heardAt;
  private long currentAt;

  /**
   * Takes a park up as it was stored.
   *
   * @param guildId which run of the guild this is
   */
  public ParkBooks(
      int park, Terms terms, Sql sql, SharedSecret secret, String guildId, Skipped skipped)
      throws DatabaseException {
    this.park = park;
    this.keys = new MemberKeys(park, secret);
    this.skipped = skipped;
    this.table = new ParkTable(sql, park);
    this.news = new NewsTable(sql, park);
    this.days = new DayTable(sql, park);
    ParkState state = table.load();
    this.guild = new ParkGuild(park, terms, state);
    this.today = state.date();
    this.incumbency = new Incumbency(guildId);
    keys.members(guild.members());
    for (Stream stream : Stream.values()) {
      decodings.put(stream, new Decoding());
    }
  }

  public int park() {
    return park;
  }

  public ParkGuild guild() {
    return guild;
  }

  MergedLog<Said> log() {
    return log;
  }

  public DayTable days() {
    return days;
  }

  public Incumbency incumbency() {
    return incumbency;
  }

  public Optional<LocalDate> today() {
    return today;
  }

  /** When the carts' partition last brought a record, nanoseconds; or when this was last said. */
  public long heardAt() {
    return heardAt;
  }

  /** The carts' partition has brought a record, or one is on its way. */
  public void hear(long nanos) {
    heardAt = nanos;
  }

  /** All of the carts' records below this offset are known to be written. */
  long writtenTo() {
    return writtenTo;
  }

  /** The carts' partition was looked at. */
  void writtenTo(long offset) {
    writtenTo = Math.max(writtenTo, offset);
  }

  /** When the carts' partition was last known to be read to its end, nanoseconds. */
  public long currentAt() {
    return currentAt;
  }

  /** The carts' partition is read to its end. */
  void becomeCurrent(long nanos) {
    currentAt = nanos;
  }

  /** What is to be done about other guilds, since this was last asked. */
  public Incumbency.Answer takeAnswer() {
    Incumbency.Answer taken = answer;
    answer = Incumbency.Answer.NONE;
    return taken;
  }

  /** Where one of the park's partitions is decoded. */
  Decoding decoding(Stream stream) {
    return decodings.get(stream);
  }

  /** How many of a partition's records are in memory and not decided. */
  int held(Stream stream) {
    return decoding(stream).size() + log.size(stream);
  }

  /** Puts all of the others' records into the log. */
  void receiveOthers() {
    for (Stream stream : MergedLog.OTHERS) {
      boolean isMore = true;
      while (isMore) {
        isMore = decoding(stream).give(log, true);
      }
    }
  }

  /**
   * Puts some of the carts' records into the log.
   *
   * @param waits whether to wait until they are decoded
   * @return whether there were any
   */
  boolean receiveCarts(boolean waits) {
    return decoding(Stream.CARTS).give(log, waits);
  }

  /**
   * Takes all records of which it is known that they are next.
   *
   * @return how many
   */
  int fold() {
    int taken = 0;
    Entry<Said> next = log.peek(guild.time());
    while (next != null) {
      log.remove(next);
      take(next);
      taken++;
      next = log.peek(guild.time());
    }
    isChanged |= taken > 0;
    keys.members(guild.members());
    return taken;
  }

  MemberKeys keys() {
    return keys;
  }

  private void take(Entry<Said> entry) {
    if (entry.stream() == Stream.CARTS) {
      guild.pass(entry.at());
    }
    // Time may have been set back on the broker; here it never is.
    long at = Math.max(entry.at(), guild.time());
    Verdict verdict =
        switch (entry.value()) {
          case Said.Empty it -> tick(it, entry.offset(), at);
          case Said.Word it -> guild.hear(it.word(), mark -> isBy(mark, it));
          case Said.Member it -> guild.hear(it.word(), entry.at());
          case Said.Seen it -> guild.report(it.position(), entry.at());
          case Said.Unusable it -> {
            skipped.add(it.why());
            yield Verdict.COUNTED;
          }
        };
    if (verdict != Verdict.COUNTED) {
      skipped.add(why(verdict));
    }
  }

  private Verdict tick(Said.Empty empty, long offset, long at) {
    empty.zone().ifPresent(guild::zone);
    if (empty.tick().isPresent()) {
      Incumbency.Answer its = incumbency.see(empty.tick().get(), offset, at);
      if (its.compareTo(answer) > 0) {
        answer = its;
      }
    }
    return Verdict.COUNTED;
  }

  private boolean isBy(String mark, Said.Word word) {
    return mark.equals(word.signedBy()) || keys.isBy(mark, word.value(), word.signature());
  }

  private static String why(Verdict verdict) {
    return switch (verdict) {
      case COUNTED -> "";
      case STRANGER -> "no member of the park has its plate";
      case FORGED -> "it is not signed with the member's key";
      case REPLAYED -> "it is not newer than what the cart said before";
      case AHEAD -> "the cart's clock is more than a minute ahead of the broker's";
      case TOO_MANY -> "there are more reports than the park takes";
      case KNOWN -> "it is known already, or of nobody who is known";
    };
  }

  /** Whether records were taken since it was last stored. */
  public boolean isChanged() {
    return isChanged;
  }

  /**
   * Stores what has changed, as part of a transaction that is under way.
   *
   * @return what happened, to be said once the transaction is done
   */
  public List<GuildEvent> store() throws SQLException {
    isChanged = false;
    ParkState changes = guild.takeChanges();
    List<GuildEvent> events = guild.takeEvents();
    table.store(changes);
    news.store(events);
    for (GuildEvent event : events) {
      if (event instanceof GuildEvent.DayClosed it) {
        days.close(it.report().date());
      }
    }
    today = changes.date();
    return events;
  }
}
