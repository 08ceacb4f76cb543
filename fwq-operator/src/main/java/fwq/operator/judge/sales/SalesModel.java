package fwq.operator.judge.sales;

import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.MemberWord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A park's sales as the guild's rules have them: the same records give the same sums, whoever reads
 * them and when. Time is the broker's, and never goes back. For one thread.
 */
public final class SalesModel {
  /** A cart's clock may be so far ahead. */
  static final long AHEAD_MAX_MILLIS = 60_000;

  /** A sale that took longer than this to arrive is late. */
  static final long LATE_MILLIS = 60_000;

  /** So many days without any record are days of their own. */
  private static final int QUIET_DAYS_MAX = 31;

  private final int park;
  private SalesTerms terms;
  private final MemberRolls members;
  private final Map<String, Long> newestAt = new HashMap<>();
  private final NavigableMap<LocalDate, SoldDay> days = new TreeMap<>();
  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  private long records;
  private long sales;
  private long time = Long.MIN_VALUE;

  /** Why something that a cart is to have said does not count. */
  public enum Refusal {
    UNREADABLE("not readable"),
    STRANGER("of no member"),
    FORGED("not signed by its member"),
    REPLAYED("not newer than the last"),
    AHEAD("ahead of the broker's clock");

    private final String words;

    Refusal(String words) {
      this.words = words;
    }

    /** For a table. */
    public String words() {
      return words;
    }
  }

  /**
   * What is on the carts' partition.
   *
   * @param time when the broker took it, epoch milliseconds
   * @param word nothing where it is empty, as the guild's tick
   * @param zone the park's, where the guild says so
   * @param signedBy whether the member with this mark has signed it
   */
  public record Said(
      long time, Optional<CartWord> word, Optional<ZoneId> zone, Predicate<String> signedBy) {}

  /** Nothing has happened yet. */
  public SalesModel(int park, SalesTerms terms) {
    this.park = park;
    this.terms = terms;
    this.members = new MemberRolls(terms.quota());
  }

  /** The guild has written about members: to be added before later records of the carts. */
  public void add(boolean isPremium, long written, MemberWord word) {
    members.add(isPremium, written, word);
  }

  /** Nobody understands a record of the carts. */
  public void addUnreadable(long itsTime) {
    pass(itsTime);
    refuse(Refusal.UNREADABLE);
  }

  public void add(Said said) {
    pass(said.time());
    if (said.zone().isPresent()) {
      terms = terms.in(said.zone().get());
      passDays();
    }
    said.word().ifPresent(it -> hear(it, said.signedBy()));
  }

  private void pass(long now) {
    records++;
    boolean isFirst = time == Long.MIN_VALUE;
    long before = Math.max(time, now);
    // In the millisecond of a record, that record comes first.
    members.pass(before);
    boolean isDue = !isFirst && terms.sitting(before) > terms.sitting(time);
    time = before;
    if (isDue) {
      members.sit();
    }
    passDays();
  }

  /** Days follow each other, however long each was; only after a month of none do some lack. */
  private void passDays() {
    if (days.isEmpty()) {
      days.put(terms.day(time), new SoldDay());
    }
    while (time >= terms.end(days.lastKey())) {
      LocalDate next = days.lastKey().plusDays(1);
      LocalDate now = terms.day(time);
      days.put(next.plusDays(QUIET_DAYS_MAX).isBefore(now) ? now : next, new SoldDay());
    }
  }

  private void hear(CartWord word, Predicate<String> signedBy) {
    Optional<String> mark = members.mark(word.plate());
    if (mark.isEmpty()) {
      refuse(Refusal.STRANGER);
    } else if (!signedBy.test(mark.get())) {
      refuse(Refusal.FORGED);
    } else if (word.at() > time + AHEAD_MAX_MILLIS) {
      refuse(Refusal.AHEAD);
    } else if (word.at() <= newestAt.getOrDefault(mark.get(), -1L)) {
      refuse(Refusal.REPLAYED);
    } else {
      newestAt.put(mark.get(), word.at());
      if (word instanceof CartWord.Sale sale) {
        sell(sale);
      }
    }
  }

  private void sell(CartWord.Sale sale) {
    sales++;
    SoldDay today = days.lastEntry().getValue();
    today.sell(sale);
    if (time - sale.at() > LATE_MILLIS) {
      today.sellLate(sale, terms.hour(sale.at()));
    }
  }

  private void refuse(Refusal why) {
    refused.merge(why, 1L, Long::sum);
  }

  /** What is to be known of a day; nothing of one without a record. */
  public Optional<DayReport> day(LocalDate date) {
    return Optional.ofNullable(days.get(date))
        .map(it -> new DayReport(park, date, isOver(date), it.carts(), it.late()));
  }

  private boolean isOver(LocalDate date) {
    return date.isBefore(days.lastKey());
  }

  /** The days with records, in order. */
  public List<LocalDate> dates() {
    return List.copyOf(days.keySet());
  }

  public Map<Refusal, Long> refused() {
    return new EnumMap<>(refused);
  }

  /** Records on the carts' partition. */
  public long records() {
    return records;
  }

  /** Sales that count. */
  public long sales() {
    return sales;
  }

  /** Members by now. */
  public int members() {
    return members.count();
  }
}
