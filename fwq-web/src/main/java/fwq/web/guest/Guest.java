package fwq.web.guest;

import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.web.event.End;
import fwq.web.event.Events;
import fwq.web.event.Me;
import fwq.web.stream.Block;
import fwq.web.stream.Sink;
import fwq.web.stream.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** One login that this process serves: its stay, and its tabs' streams. For the desk's thread. */
final class Guest {
  /** Streams of one login; over HTTP/1.1 fewer, for browsers stall at the seventh connection. */
  static final int STREAMS_MAX = 8;

  static final int PLAIN_STREAMS_MAX = 4;

  /** One report of a cart in so long is enough of a guest. */
  private static final long REPORT_PAUSE_NANOS = 10_000_000_000L;

  private final Login login;
  private final SessionKey key;
  private final Deque<Sink> streams = new ArrayDeque<>();
  private Optional<ProfileOf> profile;
  private Stay stay;
  private OptionalInt park = OptionalInt.empty();
  private Optional<Me> shown = Optional.empty();
  private long unwatchedSince;
  private boolean returning;
  private OptionalLong reportedAt = OptionalLong.empty();

  Guest(Login login, Optional<ProfileOf> profile, RandomGenerator random, long nanos) {
    this.login = login;
    this.key = SessionKey.decode(login.sessionKey());
    this.profile = profile;
    this.stay = new Stay(login, random);
    this.unwatchedSince = nanos;
  }

  Login login() {
    return login;
  }

  SessionKey key() {
    return key;
  }

  Stay stay() {
    return stay;
  }

  Optional<ProfileOf> profile() {
    return profile;
  }

  void profile(ProfileOf known) {
    profile = Optional.of(known);
  }

  /** The park that the guest is in or wants into. */
  OptionalInt park() {
    return park;
  }

  /** Another park, or the menu, with nothing of the stay before. */
  void go(OptionalInt other, RandomGenerator random) {
    if (!park.equals(other)) {
      park = other;
      stay = new Stay(login, random);
    }
  }

  /** Was in that park at another web process, and has to ask for the place again. */
  void returnTo(OptionalInt other, RandomGenerator random) {
    go(other, random);
    returning = other.isPresent();
  }

  /** Whether that is still to be done; it is from now on. */
  boolean takeReturning() {
    boolean was = returning;
    returning = false;
    return was;
  }

  /** One more tab; where there are too many the oldest makes room. */
  void watch(Sink stream, boolean multiplexed) {
    if (streams.size() >= (multiplexed ? STREAMS_MAX : PLAIN_STREAMS_MAX)) {
      streams.removeFirst().send(Slot.END, Block.stored(Events.end(End.ELSEWHERE)));
    }
    streams.addLast(stream);
    shown.ifPresent(me -> stream.send(Slot.ME, Block.stored(Events.me(me))));
  }

  /** One tab less. */
  void unwatch(Sink stream, long nanos) {
    streams.remove(stream);
    unwatchedSince = nanos;
  }

  /**
   * Nothing when a cart may be reported, which counts from now on; else the nanoseconds to wait.
   */
  OptionalLong report(long nanos) {
    if (reportedAt.isPresent() && nanos - reportedAt.getAsLong() < REPORT_PAUSE_NANOS) {
      return OptionalLong.of(REPORT_PAUSE_NANOS - (nanos - reportedAt.getAsLong()));
    }
    reportedAt = OptionalLong.of(nanos);
    return OptionalLong.empty();
  }

  /** The streams of all tabs, the oldest first. */
  List<Sink> streams() {
    return List.copyOf(streams);
  }

  /** For how long no tab has been open. */
  long unwatchedNanos(long nanos) {
    return streams.isEmpty() ? nanos - unwatchedSince : 0;
  }

  /** Shows the guest's state, if it is another than before. */
  void show(Me me) {
    if (!shown.equals(Optional.of(me))) {
      shown = Optional.of(me);
      send(Slot.ME, Events.me(me));
    }
  }

  /** Sends one event to all tabs. */
  void send(Slot slot, String event) {
    if (!streams.isEmpty()) {
      Block block = Block.stored(event);
      streams.forEach(stream -> stream.send(slot, block));
    }
  }

  /** Ends all tabs' streams. */
  void end(End reason) {
    send(Slot.END, Events.end(reason));
    streams.clear();
  }
}
