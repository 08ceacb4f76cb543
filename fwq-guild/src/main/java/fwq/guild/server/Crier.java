package fwq.guild.server;

import fwq.common.park.Plate;
import fwq.common.talk.guild.GuildNews;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Rejection;
import fwq.guild.report.DayText;
import fwq.guild.rules.Application;
import fwq.guild.rules.GuildEvent;
import fwq.guild.store.NewsTable;
import io.prometheus.metrics.core.metrics.Counter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what happened: lists of sittings and days on the screen, everything in the log. */
final class Crier {
  private static final Logger LOG = LoggerFactory.getLogger(Crier.class);

  /** Lines about one batch of records; the rest is in {@code guild events}. */
  private static final int LINES_MAX = 50;

  private final PrintWriter screen;
  private final Counter events;

  Crier(PrintWriter screen, Counter events) {
    this.screen = screen;
    this.events = events;
  }

  /** Says what happened in a park. */
  void say(int park, List<GuildEvent> happened) {
    int lines = 0;
    for (GuildEvent event : happened) {
      NewsTable.news(event).ifPresent(it -> events.labelValues(it.kind().name()).inc());
      if (lines++ < LINES_MAX) {
        say(park, event);
      }
    }
    if (lines > LINES_MAX) {
      LOG.info("park {}: {} more; see fwq guild events", park, lines - LINES_MAX);
    }
  }

  private void say(int park, GuildEvent event) {
    switch (event) {
      case GuildEvent.Sat it -> sitting(park, it);
      case GuildEvent.DayClosed it -> screen.print(DayText.of(it.report()));
      case GuildEvent.Strange it -> LOG.warn("park {}: {}", park, line(it));
      case GuildEvent.Decided _,
          GuildEvent.Appeared _,
          GuildEvent.Disappeared _,
          GuildEvent.Sighted _,
          GuildEvent.Ordered _,
          GuildEvent.Delivered _ ->
          LOG.info("park {}: {}", park, line(event));
    }
    screen.flush();
  }

  private static String line(GuildEvent event) {
    GuildNews news = NewsTable.news(event).orElseThrow();
    String plate = news.plate().map(it -> it.text() + " ").orElse("");
    String what = news.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return plate + what + (news.detail().isEmpty() ? "" : ": " + news.detail());
  }

  private void sitting(int park, GuildEvent.Sat sitting) {
    if (sitting.decided().isEmpty()) {
      return;
    }
    screen.println("sitting of park " + park);
    for (Membership state : List.of(Membership.ACCEPTED, Membership.REJECTED)) {
      for (boolean premium : new boolean[] {true, false}) {
        String their =
            sitting.decided().stream()
                .filter(it -> it.state() == state && it.join().premium() == premium)
                .map(Crier::name)
                .collect(Collectors.joining(", "));
        screen.println(
            "  "
                + state.name().toLowerCase(Locale.ROOT)
                + (premium ? ", premium: " : ", ordinary: ")
                + (their.isEmpty() ? "none" : their));
      }
    }
  }

  private static String name(Application it) {
    Plate plate = it.join().plate();
    return plate + it.why().map(Rejection::name).map(why -> " (" + why + ")").orElse("");
  }
}
