package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.net.HostPort;
import fwq.tui.Event;
import fwq.tui.Key;
import fwq.tui.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A guest before a screen, with time in its hands. */
final class PageRun {
  static final String UNTRUSTED = "the server at registry:5050 shows another key than expected";

  final FakeErrands errands = new FakeErrands();
  final World world;
  long now = 1_000_000;
  Page page;
  private long seq;

  PageRun() {
    this(Texts.ENGLISH);
  }

  PageRun(Texts texts) {
    this(texts, Optional.empty());
  }

  /** Where there is an agency of trips, or none. */
  PageRun(Texts texts, Optional<HostPort> trips) {
    world =
        new World(
            new HostPort("registry", 5050),
            new HostPort("broker", 9092),
            0,
            errands,
            texts,
            Duration.ofSeconds(1),
            new Random(7),
            trips);
  }

  PageRun press(Key... keys) {
    for (Key key : keys) {
      page = page.on(new Event.Pressed(key), now);
    }
    return this;
  }

  PageRun type(String text) {
    text.codePoints().forEach(point -> press(new Key.Typed(point)));
    return this;
  }

  /** A click on the first place of a screen of 24 by 80 where this is to be read. */
  PageRun click(String text) {
    List<String> lines = page.draw(24, 80, now).text();
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).contains(text)) {
        return click(row, lines.get(row).indexOf(text));
      }
    }
    throw new AssertionError("no '" + text + "' in\n" + String.join("\n", lines));
  }

  /** A click on a place of a screen of 24 by 80. */
  PageRun click(int row, int column) {
    page.draw(24, 80, now).clicked(row, column).ifPresent(this::press);
    return this;
  }

  /** The registry answers the last question. */
  PageRun answer(RegistryReply reply) {
    page = page.on(new ParkEvent.Replied(errands.number, reply), now);
    return this;
  }

  /** The agency answers the last question. */
  PageRun answer(AgencyReply reply) {
    page = page.on(new ParkEvent.AgencyReplied(errands.number, reply), now);
    return this;
  }

  /** The registry is away for the last question. */
  PageRun noAnswer() {
    String sentence = "the registry at registry:5050 does not answer; is it running?";
    page = page.on(new ParkEvent.Unanswered(errands.number, sentence), now);
    return this;
  }

  /** The registry that was asked last is not one to trust. */
  PageRun untrusted() {
    page = page.on(new ParkEvent.Untrusted(errands.number, UNTRUSTED), now);
    return this;
  }

  PageRun met(String sentence) {
    page = page.on(new ParkEvent.Met(sentence), now);
    return this;
  }

  PageRun linked() {
    page = page.on(errands.linked(), now);
    return this;
  }

  PageRun hear(Answer answer) {
    page = page.on(new ParkEvent.Answered(answer), now);
    return this;
  }

  PageRun see(ParkMap map) {
    page = page.on(new ParkEvent.Framed(new MapFrame(0, 1, ++seq, 0, now, map)), now);
    return this;
  }

  /** Time goes by, with a tick whenever the page wants one. */
  PageRun pass(long millis) {
    long until = now + millis;
    while (page.wakeAt(now).isPresent() && page.wakeAt(now).getAsLong() <= until) {
      now = page.wakeAt(now).getAsLong();
      page = page.on(new Event.Tick(), now);
    }
    now = until;
    return this;
  }

  /** All that is to be read, forms below each other, with single spaces for all gaps. */
  String screen() {
    int columns = page instanceof ParkPage ? 80 : 79;
    return String.join(" ", page.draw(40, columns, now).text()).replaceAll("\\s+", " ");
  }
}
