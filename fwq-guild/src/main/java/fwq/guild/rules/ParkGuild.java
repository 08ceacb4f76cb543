package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Need;
import fwq.common.talk.guild.Sighting;
import java.time.ZoneId;
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

  private final Terms terms;
  private final Rolls rolls;
  private final Fleet fleet;
  private final Restocks restocks;
  private final Sightings sightings;
  private final Diary diary;
  private final List<GuildEvent> events = new ArrayList<>();
  private long time;
  private long sitting;
  private long lastSale;
  private long nextAt;

  /** A park's guild as it was left; {@link ParkState#empty} for a new one. */
  public ParkGuild(int park, Terms terms, ParkState state) {
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
    this.diary = new Diary(park, terms.days(), state, events::add);
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
    diary.begin(at);
  }

  /** Does all that time has brought about. */
  private void due() {
    fleet.pass(time);
    sightings.pass(time);
    restock();
    if (time >= terms.sittingAfter(sitting)) {
      sit();
    }
    diary.pass(time);
    nextAt = Math.min(Math.min(fleet.nextAt(), sightings.nextAt()), restocks.nextAt());
    nextAt = Math.min(nextAt, Math.min(diary.endsAt(), terms.sittingAfter(sitting)));
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
        diary.sell(sale, time);
        lastSale = time;
      }
      lookAt(member);
      nextAt = Math.min(nextAt, time + Fleet.SILENCE_LIMIT_MILLIS);
    }
    return verdict;
  }

  /**
   * The guild itself says which zone the park is in, as it does again and again. The day that is
   * under way ends by it; those that are over stay as they are.
   */
  public void zone(ZoneId zone) {
    diary.zone(zone, time);
    nextAt = 0;
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

  /** The zone that days end by. */
  public ZoneId zone() {
    return diary.zone();
  }

  /** Whether that was ever said; until then it is the operator's choice. */
  public boolean isZoneSaid() {
    return diary.saidZone().isPresent();
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
    return diary.report();
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
    return state(rolls.takeChanges(), diary.takeChanges());
  }

  private ParkState state(List<Application> applications, List<Tally> tallies) {
    return new ParkState(
        new ParkState.Clock(
            time, sitting, lastSale, restocks.batches(), sightings.second(), sightings.reports()),
        diary.date(),
        diary.saidZone(),
        applications,
        fleet.all(),
        restocks.needs(),
        restocks.deliveries(),
        sightings.all(),
        tallies);
  }
}
