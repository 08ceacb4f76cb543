package fwq.trials.wholepark;

import fwq.common.signing.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** All that goes wrong, and what guests take into their heads; until it is to end. */
final class Trouble {
  private final WholePark park;
  private final SplittableRandom random;
  private boolean ended;

  Trouble(WholePark park) {
    this.park = park;
    this.random = park.random.split();
    park.timeline.in(500, this::strike);
    park.timeline.in(500, this::attack);
    park.timeline.in(1, this::fancy);
  }

  /** Everything heals. */
  void end() {
    ended = true;
    park.broker.setThere(true);
    park.broker.setClockAhead(0);
    park.network.heal();
    park.rides.heal();
    park.group.engines().forEach(EngineProcess::wake);
    park.programs.forEach(GuestProgram::wake);
    park.timeline.tell(() -> "everything heals");
  }

  private void strike() {
    if (ended) {
      return;
    }
    List<EngineProcess> engines = park.group.engines();
    EngineProcess engine = engines.get(random.nextInt(engines.size()));
    switch (random.nextInt(12)) {
      case 0, 1 -> engine.kill();
      case 2, 3 -> engine.crashSoon();
      case 4, 5 -> {
        engine.freeze(random.nextLong(200, 6_000));
        park.timeline.in(EngineGroup.SESSION_MILLIS, park.group::elect);
      }
      case 6 -> park.group.rebalance();
      case 7 -> pauseBroker();
      case 8 -> leap();
      case 9 -> park.rides.trouble();
      case 10 -> program().freeze(random.nextLong(500, 12_000));
      default -> program().setClock();
    }
    park.timeline.in(random.nextLong(200, 2_500), this::strike);
  }

  private void pauseBroker() {
    long millis = random.nextInt(4) == 0 ? 12_000 : random.nextLong(300, 4_000);
    park.timeline.tell(() -> "the broker is away for " + millis + " ms");
    park.broker.setThere(false);
    park.timeline.in(millis, () -> park.broker.setThere(true));
  }

  private void leap() {
    long ahead =
        switch (random.nextInt(6)) {
          case 0 -> 90_000;
          case 1 -> -20_000;
          case 2 -> 0;
          case 3 -> random.nextLong(-500, 500);
          default -> random.nextLong(2_000, 15_000);
        };
    park.timeline.tell(() -> "the broker's clock is " + ahead + " ms ahead");
    park.broker.setClockAhead(ahead);
  }

  /** Someone repeats what was overheard, with and without changes, or says anything. */
  private void attack() {
    if (ended) {
      return;
    }
    List<ConsumerRecord<String, byte[]>> overheard = park.broker.visitor();
    if (!overheard.isEmpty()) {
      ConsumerRecord<String, byte[]> victim = overheard.get(random.nextInt(overheard.size()));
      byte[] value = victim.value() == null ? new byte[0] : victim.value().clone();
      RecordHeaders headers = new RecordHeaders(victim.headers().toArray());
      switch (random.nextInt(6)) {
        case 0 -> random.nextBytes(value);
        case 1 -> headers = new RecordHeaders();
        case 2 -> {
          // The same in other words, under the old signature.
          String said = new String(value, StandardCharsets.UTF_8);
          value = said.replace("\"at\":1", "\"at\":2").getBytes(StandardCharsets.UTF_8);
        }
        default -> {}
      }
      park.network.send(this, victim.key(), value, headers);
    }
    park.timeline.in(random.nextLong(100, 1_500), this::attack);
  }

  /** A guest comes, goes, or logs in on another device. */
  private void fancy() {
    if (ended) {
      return;
    }
    GuestProgram program = program();
    if (!program.stays().isEmpty()) {
      Stay stay = program.stays().get(random.nextInt(program.stays().size()));
      switch (random.nextInt(8)) {
        case 0 -> program.leave(stay);
        case 1 -> logInElsewhere(stay.visit().session().alias());
        default -> program.enter(stay);
      }
    }
    park.timeline.in(random.nextLong(50, 800), this::fancy);
  }

  private void logInElsewhere(String alias) {
    park.programs.stream()
        .filter(program -> !program.has(alias))
        .findAny()
        .ifPresent(program -> park.logIn(program, alias));
  }

  /** Sessions last long enough, but for some. */
  static Session session(String alias, long now, SplittableRandom random) {
    long millis = random.nextInt(10) == 0 ? random.nextLong(3_000, 15_000) : 600_000;
    return new Session(alias, now, now + millis);
  }

  private GuestProgram program() {
    return park.programs.get(random.nextInt(park.programs.size()));
  }
}
