package fwq.operator.check;

import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.GuildTopics;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.operator.check.ParkTopics.Extent;
import fwq.operator.judge.sales.SalesModel;
import fwq.operator.judge.sales.SalesVerdict;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what a guild has counted against what its park's carts said. */
final class SalesCheck {
  /** A guild that is behind gets so long to count what is there. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int TOLD_MAX = 20;

  private final ParkTopics topics;
  private final GuildBooks books;
  private final PrintWriter out;
  private final Stop stop;

  /**
   * A check.
   *
   * @param out where the outcome is told
   */
  SalesCheck(ParkTopics topics, GuildBooks books, PrintWriter out, Stop stop) {
    this.topics = topics;
    this.books = books;
    this.out = out;
    this.stop = stop;
  }

  /** What of a park's partitions is there by now. */
  private record Extents(Extent carts, Extent premium, Extent ordinary) {
    /** What has been added to others since. */
    Extents since(Extents before) {
      return new Extents(
          carts.since(before.carts),
          premium.since(before.premium),
          ordinary.since(before.ordinary));
    }
  }

  /**
   * Checks a park's sales and tells the outcome.
   *
   * @return how many violations there are
   */
  long run(int park) throws Failure, InterruptedException {
    SalesModel model = new SalesModel(park, books.terms());
    SalesReader reader = new SalesReader(books.secret(), park, model);
    try (BookKeeper guild = new BookKeeper(books, park)) {
      Extents first = extents(park);
      long gone = first.carts().begin() + first.premium().begin() + first.ordinary().begin();
      if (gone > 0) {
        throw new Failure(
            "the first %d records of park %d on the topics Carts and Members are gone (they keep 7 and 30 days), so nobody can know what was to be counted; check a younger guild"
                .formatted(gone, park));
      }
      read(reader, first);
      List<LocalDate> dates = model.dates();
      List<DayReport> before = days(model, dates);
      awaitCounted(guild, before);
      List<DayReport> told = new ArrayList<>();
      for (LocalDate date : dates) {
        told.add(guild.day(date));
      }
      read(reader, extents(park).since(first));
      List<DayReport> after = days(model, dates);
      List<String> wrong = new ArrayList<>();
      for (int i = 0; i < dates.size(); i++) {
        wrong.addAll(SalesVerdict.differences(before.get(i), after.get(i), told.get(i)));
      }
      tell(park, model, reader, dates.size(), wrong);
      return wrong.size();
    }
  }

  /** The carts' first: what was written of members before a cart's record, is there then. */
  private Extents extents(int park) throws Failure {
    return new Extents(
        topics.extent(GuildTopics.CARTS, GuildTopics.carts(park)),
        topics.extent(GuildTopics.MEMBERS, GuildTopics.premium(park)),
        topics.extent(GuildTopics.MEMBERS, GuildTopics.ordinary(park)));
  }

  private void read(SalesReader reader, Extents all) throws Failure, InterruptedException {
    topics.read(all.premium(), it -> reader.member(true, it));
    topics.read(all.ordinary(), it -> reader.member(false, it));
    topics.read(all.carts(), reader::cart);
  }

  private static List<DayReport> days(SalesModel model, List<LocalDate> dates) {
    return dates.stream().map(model::day).map(Optional::orElseThrow).toList();
  }

  /** What was there when the check began, the guild gets some time to count. */
  private void awaitCounted(BookKeeper guild, List<DayReport> days)
      throws Failure, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!days.isEmpty()
        && sales(guild.day(days.getLast().date())) < sales(days.getLast())
        && System.nanoTime() < deadline) {
      if (stop.await(LOOK)) {
        throw new InterruptedException("stop was requested");
      }
    }
  }

  private static long sales(DayReport day) {
    return day.carts().stream().mapToLong(DayReport.CartSales::sales).sum();
  }

  private void tell(int park, SalesModel model, SalesReader reader, int days, List<String> wrong) {
    out.println("guild of park " + park);
    row("members", model.members());
    row("members' records not signed by the guild", reader.foreign());
    row("carts' records", model.records());
    model.refused().forEach((why, count) -> row("  " + why.words(), count));
    row("sales that count", model.sales());
    row("days compared", days);
    row("violations", wrong.size());
    wrong.stream().limit(TOLD_MAX).forEach(it -> out.println("  " + it));
  }

  private void row(String name, long count) {
    out.println("  %-40s %,12d".formatted(name, count));
  }
}
