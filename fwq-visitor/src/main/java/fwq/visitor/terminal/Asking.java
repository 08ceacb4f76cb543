package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.ErrorCode;
import fwq.kit.net.HostPort;
import fwq.kit.program.Backoff;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Spoken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** One question to the registry at a time, asked again by itself while the registry is away. */
final class Asking {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final long NOT_ASKED = -1;

  /** A registry that takes longer is told of: it may be frozen. */
  private static final int SLOW_SECONDS = 2;

  private final Errands errands;
  private final Texts texts;
  private final HostPort registry;
  private final Backoff backoff;
  private Optional<RegistryRequest> request = Optional.empty();
  private long number = NOT_ASKED;
  private long retryAt;
  private int tries;
  private int seconds;
  private String away = "";

  Asking(Errands errands, Texts texts, HostPort registry, RandomGenerator random) {
    this.errands = errands;
    this.texts = texts;
    this.registry = registry;
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
  }

  /** Asks, and forgets what was asked before. */
  void ask(RegistryRequest asked) {
    request = Optional.of(asked);
    number = errands.ask(registry, asked);
    seconds = 0;
    tries = 1;
    away = "";
    backoff.reset();
  }

  /** Nobody wants to know any more. */
  void cancel() {
    request = Optional.empty();
    number = NOT_ASKED;
  }

  boolean waiting() {
    return request.isPresent();
  }

  /** Whether this is the number of the question that waits for its answer. */
  boolean isAbout(long answered) {
    return request.isPresent() && answered == number;
  }

  int tries() {
    return tries;
  }

  /** Looks at an event: gives the answer, if it is the one to the question. */
  Optional<RegistryReply> on(Event event, long now) {
    if (request.isEmpty()) {
      return Optional.empty();
    }
    switch (event) {
      case ParkEvent.Replied(long answered, RegistryReply reply) when answered == number -> {
        cancel();
        return Optional.of(reply);
      }
      case ParkEvent.Unanswered(long unanswered, String sentence) when unanswered == number -> {
        number = NOT_ASKED;
        away = texts.heard(sentence, texts.of("asking.away", registry.toString()));
        retryAt = now + backoff.next().toMillis();
      }
      case ParkEvent.Untrusted(long untrusted, String sentence) when untrusted == number -> {
        cancel();
        // Not asked again by itself: that would not help, and the guest has to decide.
        return Optional.of(RegistryReply.Refused.of(ErrorCode.UNAVAILABLE, sentence));
      }
      case Event.Tick _ when number != NOT_ASKED -> seconds++;
      case Event.Tick _ when now >= retryAt -> {
        number = errands.ask(registry, request.get());
        seconds = 0;
        tries++;
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** When it wants a {@link Event.Tick}: each second of waiting, and of the countdown. */
  OptionalLong wakeAt(long now) {
    if (request.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        number == NOT_ASKED ? now + Math.floorMod(retryAt - now - 1, 1_000L) + 1 : now + 1_000);
  }

  /** What to tell the guest meanwhile. */
  Form.Notice notice(long now) {
    if (request.isEmpty()) {
      return Form.Notice.NONE;
    }
    if (number != NOT_ASKED && seconds >= SLOW_SECONDS) {
      return new Form.Notice(texts.of("asking.slow", seconds), true);
    }
    if (away.isEmpty()) {
      return new Form.Notice(texts.of("asking.now"), false);
    }
    if (number != NOT_ASKED) {
      return new Form.Notice(away + " " + texts.of("asking.again"), true);
    }
    long left = Math.max(1, (retryAt - now + 999) / 1_000);
    return new Form.Notice(away + " " + texts.of("asking.countdown", left), true);
  }

  /** The same for those who have it read out: told once, and not anew each second. */
  Form.Notice spoken() {
    if (request.isEmpty()) {
      return Form.Notice.NONE;
    }
    return away.isEmpty()
        ? new Form.Notice(texts.of("asking.now"), false)
        : new Form.Notice(away + " " + texts.of("asking.again"), true);
  }

  /** A form with what to tell meanwhile. */
  Form shown(Form form, long now) {
    return waiting() ? form.notice(notice(now)) : form;
  }

  /** A form for those who have it read out, below what it is for. */
  Spoken spoken(Form form, String intro) {
    Form shown = waiting() ? form.notice(spoken()) : form;
    Spoken spoken = Spoken.of(shown, List.of(form.title(), intro));
    return waiting() ? spoken.waiting() : spoken;
  }
}
