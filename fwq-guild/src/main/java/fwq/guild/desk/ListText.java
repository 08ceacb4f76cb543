package fwq.guild.desk;

import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.GuildNews;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.Need;
import fwq.common.talk.guild.Rejection;
import fwq.common.talk.guild.Sighting;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.Locale;

/** The guild's lists as lines. */
final class ListText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final ZoneId zone;
  private final Formatter text = new Formatter(Locale.ROOT);

  private ListText(ZoneId zone) {
    this.zone = zone;
  }

  /** The lines, each with its end. */
  static String of(GuildReply reply, ZoneId zone) {
    ListText list = new ListText(zone);
    switch (reply) {
      case GuildReply.Members it -> list.members(it);
      case GuildReply.Carts it -> list.carts(it);
      case GuildReply.Restocks it -> list.restocks(it);
      case GuildReply.Events it -> it.events().forEach(list::event);
      case GuildReply.Refused _,
          GuildReply.Done _,
          GuildReply.Received _,
          GuildReply.Standing _,
          GuildReply.Day _,
          GuildReply.Mine _ ->
          throw new IllegalArgumentException("this is no list");
    }
    return list.text.toString();
  }

  private void members(GuildReply.Members all) {
    text.format("%-8s  %-9s  %-8s  %-19s  %s\n", "cart", "state", "lane", "since", "name");
    for (GuildReply.Member it : all.members()) {
      text.format(
          "%-8s  %-9s  %-8s  %s  %s %s%s\n",
          it.plate(),
          it.state().name().toLowerCase(Locale.ROOT),
          it.premium() ? "premium" : "ordinary",
          time(it.since()),
          it.name(),
          it.surname(),
          it.why().map(Rejection::name).map(why -> " (" + why + ")").orElse(""));
    }
    if (all.more() > 0) {
      text.format("and %d older ones\n", all.more());
    }
  }

  private void carts(GuildReply.Carts all) {
    text.format("%-8s  %4s  %5s  %s\n", "cart", "cell", "stock", "heard");
    for (GuildReply.CartPlace it : all.carts()) {
      text.format(
          "%-8s  %4d  %5d  %d s ago\n",
          it.plate(), it.position().cell(), it.stock(), it.secondsAgo());
    }
    for (Sighting it : all.sightings()) {
      text.format(
          "fugitive  cell %d, seen %d times, first %s, last %s\n",
          it.position().cell(), it.count(), time(it.firstAt()), time(it.lastAt()));
    }
  }

  private void restocks(GuildReply.Restocks all) {
    text.format("%-8s  %6s  %6s  %s\n", "cart", "pieces", "batch", "when");
    for (Need it : all.needs()) {
      text.format(
          "%-8s  %6d  %6s  needed since %s\n", it.plate(), it.pieces(), "-", time(it.since()));
    }
    for (Delivery it : all.deliveries()) {
      text.format(
          "%-8s  %6d  %6d  %s\n",
          it.plate(),
          it.pieces(),
          it.batch(),
          it.isUnderWay()
              ? "arrives " + time(it.dueAt())
              : "arrived " + time(it.deliveredAt().getAsLong()));
    }
  }

  private void event(GuildNews it) {
    text.format(
        "%s  %-13s  %-8s  %s\n",
        time(it.at()),
        it.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        it.plate().map(Object::toString).orElse(""),
        it.detail());
  }

  private String time(long at) {
    return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
  }
}
