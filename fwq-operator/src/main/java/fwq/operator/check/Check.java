package fwq.operator.check;

import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.operator.check.ParkTopics.Extent;
import fwq.operator.judge.History;
import fwq.operator.judge.Survey;
import fwq.operator.judge.Verdict;
import java.io.PrintWriter;
import java.util.Optional;

/** Holds what a park's engines said against what its guests said. */
public final class Check {
  private final KafkaClients kafka;
  private final Optional<VisitKeys> keys;
  private final Optional<GuildBooks> books;
  private final PrintWriter out;
  private final Stop stop;

  /**
   * A check.
   *
   * @param keys the park's; without them every signature is trusted
   * @param books the guild's, if they are to be checked, too
   * @param out where the outcome is told
   */
  public Check(
      KafkaClients kafka,
      Optional<VisitKeys> keys,
      Optional<GuildBooks> books,
      PrintWriter out,
      Stop stop) {
    this.kafka = kafka;
    this.keys = keys;
    this.books = books;
    this.out = out;
    this.stop = stop;
  }

  /**
   * Checks these parks and tells the outcome.
   *
   * @param first the first park
   * @param parks how many, or nothing for all from the first on
   * @return how many violations there are
   */
  public long run(int first, Optional<Integer> parks) throws Failure, InterruptedException {
    try (ParkTopics topics = new ParkTopics(kafka, stop)) {
      int there = topics.parks();
      int end = parks.map(count -> first + count).orElse(there);
      if (end > there || first >= end) {
        throw new Failure(
            "the topic Visitor of the broker at %s has %d partitions, so its parks are 0 to %d; parks %d to %d were asked for"
                .formatted(kafka.broker(), there, there - 1, first, end - 1));
      }
      long violations = 0;
      for (int park = first; park < end; park++) {
        violations += check(topics, park);
        if (books.isPresent()) {
          violations += new SalesCheck(topics, books.get(), out, stop).run(park);
        }
      }
      return violations;
    }
  }

  private long check(ParkTopics topics, int park) throws Failure, InterruptedException {
    long began = System.nanoTime();
    // In this order: what the engines said by then, they said of records that are there by then.
    Extent said = topics.extent(VisitTopics.ENGINE, park);
    Extent happened = topics.extent(VisitTopics.VISITOR, park);
    if (happened.begin() > 0) {
      throw new Failure(
          "the first %d records of park %d on the topic Visitor are gone (it keeps a day), so nobody can know who was inside; check a younger park"
              .formatted(happened.begin(), park));
    }
    Report report = new Report(out);
    Decoder decoder = new Decoder(keys);
    Survey survey = new Survey();
    topics.read(said, record -> survey.add(decoder.engine(record)));
    if (survey.capacity().isEmpty()) {
      report.nothing(park, happened.end());
      return 0;
    }
    History history = new History(survey.capacity().getAsInt(), survey);
    topics.read(happened, record -> history.add(decoder.visitor(record)));
    history.end(happened.end());
    Verdict verdict = new Verdict(park, history, said.begin() == 0);
    topics.read(said, record -> verdict.add(decoder.engine(record)));
    verdict.end();
    report.tell(park, said.begin(), history, verdict, (System.nanoTime() - began) / 1e9);
    return verdict.violations();
  }
}
