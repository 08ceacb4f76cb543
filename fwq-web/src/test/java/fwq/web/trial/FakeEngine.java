package fwq.web.trial;

import fwq.common.park.FoodCarts;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.operate.SaidWord.Outcome;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.web.guest.Desk;
import fwq.web.guest.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** An engine in memory that knows just enough of the rules, and can be killed and come back. */
public final class FakeEngine implements Voice, AutoCloseable {
  private static final long FRAME_NANOS = 100_000_000;

  private final List<Desk> desks = new CopyOnWriteArrayList<>();
  private final Map<String, Position> inside = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final List<Ride> rides;
  final List<Position> reported = new CopyOnWriteArrayList<>();
  private volatile Optional<FoodCarts> carts = Optional.empty();
  private volatile int capacity = 100;
  private volatile int waitMinutes = 25;
  private volatile boolean alive = true;
  private volatile boolean there = true;
  private volatile boolean closing;
  private final Map<Integer, OperatorWord.Running> stopped = new TreeMap<>();
  private final List<SaidWord> words = new ArrayList<>();
  private ParkSign sign = ParkSign.OPEN;
  private long epoch = 1;
  private long seq;

  /** An engine of a park with these rides, all open but the last. */
  public FakeEngine(Ride... rides) {
    this.rides = List.of(rides);
    Thread.ofPlatform().daemon().name("fake-engine").start(this::run);
  }

  /** Tells this desk, too. */
  public void tell(Desk desk) {
    desk.addPark(0);
    desks.add(desk);
  }

  void kill() {
    alive = false;
  }

  synchronized void comeBack() {
    epoch++;
    seq = 0;
    alive = true;
  }

  /** As an operator would open the park. */
  synchronized void open() {
    sign = ParkSign.OPEN;
  }

  void broker(boolean isThere) {
    there = isThere;
  }

  void capacity(int guests) {
    capacity = guests;
  }

  /** Where food carts are from now on. */
  public void carts(FoodCarts known) {
    carts = Optional.of(known);
  }

  void waits(int minutes) {
    waitMinutes = minutes;
  }

  synchronized int guests() {
    return inside.size();
  }

  private void run() {
    while (!closing) {
      if (alive && there) {
        MapFrame frame = frame();
        desks.forEach(desk -> desk.frame(frame));
      }
      LockSupport.parkNanos(FRAME_NANOS);
    }
  }

  private synchronized MapFrame frame() {
    long now = System.currentTimeMillis();
    List<RideStatus> states = new ArrayList<>();
    for (Ride ride : rides) {
      states.add(
          ride.equals(rides.getLast()) && rides.size() > 1
              ? RideStatus.without(ride, RideState.DOWN, OptionalLong.empty())
              : RideStatus.open(ride, 40, waitMinutes, now));
    }
    Map<Position, Long> cells =
        inside.values().stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    ParkMap map =
        new ParkMap(
            inside.size(),
            capacity,
            states.stream().map(this::operated).toList(),
            cells.entrySet().stream()
                .map(it -> new ParkMap.Headcount(it.getKey(), it.getValue().intValue()))
                .toList(),
            inside.entrySet().stream()
                .limit(ParkMap.NAMES_MAX)
                .map(it -> new ParkMap.Whereabouts(names.get(it.getKey()), it.getValue()))
                .toList());
    return new MapFrame(0, epoch, seq++, seq, now, map.with(carts).with(sign));
  }

  @Override
  public synchronized void say(int park, VisitorEvent event, SessionKey key) {
    if (!alive) {
      return;
    }
    switch (event) {
      case VisitorEvent.Enter enter -> enter(enter);
      case VisitorEvent.Move move -> inside.computeIfPresent(move.alias(), (_, _) -> move.to());
      case VisitorEvent.Leave leave -> inside.remove(leave.alias());
      case VisitorEvent.Here _ -> {}
    }
  }

  /** It does as told, of what operators say most. */
  @Override
  public synchronized void operate(int park, Operate said, SessionKey key) {
    if (!alive) {
      return;
    }
    switch (said.word()) {
      case OperatorWord.Gate it ->
          sign =
              new ParkSign(it.open(), it.reason(), sign.name(), sign.zone(), OpeningHours.ALWAYS);
      case OperatorWord.Capacity it -> capacity = it.guests().orElse(100);
      case OperatorWord.Running it -> stopped.put(it.ride(), it);
      default -> {}
    }
    words.add(new SaidWord(said.at(), said.alias(), said.at(), said.word(), Outcome.DONE));
    desks.forEach(desk -> desk.told(0, List.copyOf(words)));
  }

  private RideStatus operated(RideStatus ride) {
    OperatorWord.Running word = stopped.get(ride.ride().id());
    return word == null || word.state() == RideState.OPEN
        ? ride
        : ride.stopped(word.state(), word.reason());
  }

  private void enter(VisitorEvent.Enter enter) {
    long session = enter.session().issuedAt();
    boolean isNew = !inside.containsKey(enter.alias());
    Optional<Refusal> why =
        Optional.of(sign.open() ? Refusal.FULL : Refusal.CLOSED)
            .filter(_ -> isNew && (!sign.open() || inside.size() >= capacity));
    if (why.isEmpty()) {
      inside.putIfAbsent(enter.alias(), Position.GATE);
      names.put(enter.alias(), enter.session().shownAs());
    }
    for (Desk desk : desks) {
      desk.answer(
          0,
          enter.alias(),
          why.isPresent()
              ? new Refused(session, why.get())
              : new Admitted(session, inside.get(enter.alias())));
    }
  }

  @Override
  public void report(int park, Position position) {
    reported.add(position);
  }

  @Override
  public void listen(int park, String alias) {}

  @Override
  public void forget(int park, String alias) {}

  @Override
  public boolean brokerThere() {
    return there;
  }

  @Override
  public void close() {
    closing = true;
  }
}
