package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Need;
import fwq.common.talk.guild.Sighting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One park's guild: a fold of its four partitions, in the order that {@link MergedLog} gives them,
 * and of nothing else. Time is what the carts' partition says. For one thread.
 */
public final class ParkGuild {
  /**
   * Between two records lies no more than this, since the guild itself says something when nobody
   * else does: in a longer gap broker or guild was away, and nobody is blamed for it.
   */
  public static final long GAP_MILLIS = 3_000;

  /** Days without any record that are closed one by one; more are a clock gone wrong. */
  static final int QUIET_DAYS_MAX = 31;

  private final int park;
  private final Terms terms;
  private final Rolls rolls;
  private final Fleet fleet;
  private final Restocks restocks;
  private final Sightings sightings;
  private final List<GuildEvent> events = new ArrayList<>();
  private final List<Tally> closedTallies = new ArrayList<>();
  private Optional<DayBook> today;
  private long time;
  private long sitting;
  private long lastSale;
  private long dayEndsAt;
  private long nextAt;

  /** A park's guild as it was left; {@link ParkState#empty} for a new one. */
  public ParkGuild(int park, Terms terms, ParkState state) {
    this.park = park;
    this.terms = terms;
    this.time = state.clock().time();
    this.sitting = state.clock().sitting();
    this.lastSale = state.clock().lastSale();
    this.rolls = new Rolls(terms.quota(), state.applications());
    this.fleet = new Fleet(state.carts(), events::add);
    this.restocks =
        new Restocks(
            terms, state.needs(), state.deliveries(), state.clock().batches(), events::add);
    this.sightings =
        new Sightings(
            state.sightings(), state.clock().second(), state.clock().reports(), events::add);
    this.today = state.date().map(date -> new DayBook(park, date, state.tallies()));
    this.dayEndsAt = state.date().map(terms.days()::end).orElse(0L);
  }

  /**
   * Time passes: a record of the carts' partition was read, whatever it says.
   *
   * @param at when it was written
   */
  public void pass(long at) {
    if (at <= time && time > 0) {
      // A broker's clock that is set back stops time, and brings no day back.
      return;
    }
    if (time == 0) {
      begin(at);
    } else if (at - time > GAP_MILLIS) {
      fleet.excuse(at - time);
      nextAt = 0;
    }
    time = at;
    if (at >= nextAt) {
      due();
    }
  }

  private void begin(long at) {
    sitting = terms.sittingBefore(at);
    open(terms.days().of(at));
  }

  /** Does all that time has brought about. */
  private void due() {
    fleet.pass(time);
    sightings.pass(time);
    restock();
    if (time >= terms.sittingAfter(sitting)) {
      sit();
    }
    while (time >= dayEndsAt) {
      close();
    }
    nextAt = Math.min(Math.min(fleet.nextAt(), sightings.nextAt()), restocks.nextAt());
    nextAt = Math.min(nextAt, Math.min(dayEndsAt, terms.sittingAfter(sitting)));
  }

  private void restock() {
    for (Delivery delivery : restocks.pass(time)) {
      fleet.deliver(delivery.plate(), delivery.pieces());
      Application member = rolls.members().get(delivery.plate());
      if (member != null) {
        lookAt(member);
      }
    }
  }

  /** A cart that has too little left, needs more. */
  private void lookAt(Application member) {
    Plate plate = member.join().plate();
    if (fleet.needsMore(plate) && restocks.need(plate, member.join().restock(), time)) {
      nextAt = 0;
    }
  }

  /** However many sittings were missed, one makes up for them. */
  private void sit() {
    sitting = terms.sittingBefore(time);
    List<Application> decided = rolls.sit(time);
    decided.forEach(it -> events.add(new GuildEvent.Decided(time, it)));
    events.add(new GuildEvent.Sat(sitting, decided));
  }

  private void close() {
    DayBook closing = today.orElseThrow();
    closedTallies.addAll(closing.takeChanges());
    events.add(new GuildEvent.DayClosed(dayEndsAt, closing.report(true)));
    LocalDate next = closing.date().plusDays(1);
    LocalDate now = terms.days().of(time);
    open(next.plusDays(QUIET_DAYS_MAX).isBefore(now) ? now : next);
  }

  private void open(LocalDate date) {
    today = Optional.of(new DayBook(park, date, List.of()));
    dayEndsAt = terms.days().end(date);
  }

  /** A cart says something, at the park's time. */
  public Verdict hear(CartWord word, Signature signature) {
    Application member = rolls.members().get(word.plate());
    if (member == null) {
      return Verdict.STRANGER;
    }
    String mark = member.join().mark();
    if (!signature.isBy(mark)) {
      return Verdict.FORGED;
    }
    // The member's own plate, whose hash is known, is found at once wherever it is looked up.
    Plate plate = member.join().plate();
    Verdict verdict = fleet.hear(fleet.of(plate, mark), word, time);
    if (verdict == Verdict.COUNTED) {
      if (word instanceof CartWord.Sale sale) {
        today.orElseThrow().sell(sale, time, terms.days());
        lastSale = time;
      }
      lookAt(member);
      nextAt = Math.min(nextAt, time + Fleet.SILENCE_LIMIT_MILLIS);
    }
    return verdict;
  }

  /**
   * The guild itself has written something about members; its signature has been checked.
   *
   * @param at when it was written
   */
  public Verdict hear(MemberWord word, long at) {
    return switch (word) {
      case MemberWord.Join join -> join(join, at);
      case MemberWord.Leave leave -> leave(leave, at);
    };
  }

  private Verdict join(MemberWord.Join join, long at) {
    if (rolls.find(join.mark()).isPresent()) {
      return Verdict.KNOWN;
    }
    rolls.join(join, at).forEach(it -> events.add(new GuildEvent.Decided(at, it)));
    return Verdict.COUNTED;
  }

  private Verdict leave(MemberWord.Leave leave, long at) {
    Optional<Application> left = rolls.leave(leave, at);
    if (left.isEmpty()) {
      return Verdict.KNOWN;
    }
    events.add(new GuildEvent.Decided(at, left.get()));
    fleet.remove(left.get().join().plate(), at);
    restocks.forget(left.get().join().plate());
    return Verdict.COUNTED;
  }

  /**
   * Somebody reports a cart.
   *
   * @param at when it was written
   */
  public Verdict report(Position position, long at) {
    nextAt = 0;
    return sightings.report(position, fleet.isNear(position), at);
  }

  /** The largest log time read so far, or 0. */
  public long time() {
    return time;
  }

  /** Members and those who were or would be, in the order in which they applied. */
  public Collection<Application> applications() {
    return rolls.all();
  }

  /** An application. */
  public Optional<Application> application(String mark) {
    return rolls.find(mark);
  }

  /** Members, by plate. */
  public Map<Plate, Application> members() {
    return rolls.members();
  }

  /** Members' carts that have ever said anything, by plate. */
  public Collection<Cart> carts() {
    return fleet.all();
  }

  /** Fugitives, those seen last first. */
  public List<Sighting> sightings() {
    return sightings.newestFirst();
  }

  /** Carts that need something and have no batch yet. */
  public List<Need> needs() {
    return restocks.needs();
  }

  /** Deliveries under way, and the newest of those that have arrived. */
  public List<Delivery> deliveries() {
    return restocks.deliveries();
  }

  /** The day that is under way; nothing before the first record. */
  public Optional<DayReport> today() {
    return today.map(it -> it.report(false));
  }

  /** Log time of the newest sale that counts, or 0. */
  public long lastSale() {
    return lastSale;
  }

  /** What happened since this was last asked, in order. */
  public List<GuildEvent> takeEvents() {
    List<GuildEvent> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /** What has changed since this was last asked. */
  public ParkState takeChanges() {
    List<Tally> tallies = new ArrayList<>(closedTallies);
    closedTallies.clear();
    today.ifPresent(it -> tallies.addAll(it.takeChanges()));
    return state(rolls.takeChanges(), tallies);
  }

  private ParkState state(List<Application> applications, List<Tally> tallies) {
    return new ParkState(
        new ParkState.Clock(
            time, sitting, lastSale, restocks.batches(), sightings.second(), sightings.reports()),
        today.map(DayBook::date),
        applications,
        fleet.all(),
        restocks.needs(),
        restocks.deliveries(),
        sightings.all(),
        tallies);
  }
}
