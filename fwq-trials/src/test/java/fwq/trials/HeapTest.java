package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.programs.Installation;
import fwq.common.programs.ProgramRow;
import fwq.common.programs.Topics;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.frame.FrameServer.Limits;
import fwq.kit.frame.Places;
import fwq.kit.kafka.ClientBounds;
import fwq.kit.kafka.Topic;
import fwq.registry.PasswordHash;
import fwq.registry.Passwords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes, programs have the memory for it: each limit, times the size of what it limits,
 * fits into the heap that the table of programs gives, together with the others.
 */
final class HeapTest {
  private static final int MANY_CORES = 64;

  /** What a program has, each by the heap in bytes. */
  private static final Map<String, List<LongUnaryOperator>> TAKERS =
      Map.of(
          "registry",
          List.of(server(Limits.DEFAULT, true), HeapTest::hashes, producers(1)),
          "waitingtimeserver",
          List.of(server(Limits.OF_PROGRAMS, true), consumer(SensorTopics.SD)),
          "engine",
          List.of(
              consumer(VisitTopics.VISITOR),
              consumer(VisitTopics.PARK),
              producers(1),
              producers(9)),
          "guild",
          List.of(
              server(Limits.OF_PROGRAMS, true),
              consumer(GuildTopics.CARTS, GuildTopics.MEMBERS),
              producers(1)),
          "trips",
          List.of(server(Limits.DEFAULT, true)),
          "journal head",
          List.of(
              server(Limits.DEFAULT, false),
              consumer(JournalTopics.STORED),
              consumer(JournalTopics.JOURNAL),
              producers(1)),
          "journal node",
          List.of(
              server(Limits.OF_PROGRAMS, false),
              consumer(JournalTopics.JOURNAL),
              consumer(JournalTopics.JOURNAL),
              producers(1)),
          "visitor",
          List.of(consumer(VisitTopics.ENGINE), producers(1)),
          "cart",
          List.of(consumer(VisitTopics.ENGINE), producers(1)),
          "sensor",
          List.of(producers(1)));

  private static LongUnaryOperator server(Limits limits, boolean tls) {
    return heap -> Places.heapBytes(limits, tls, heap);
  }

  private static LongUnaryOperator consumer(Topic... topics) {
    int record = Arrays.stream(topics).mapToInt(Topic::recordBytesMax).max().orElseThrow();
    return heap -> ClientBounds.consumerBytes(record, heap);
  }

  private static LongUnaryOperator producers(int count) {
    return heap -> count * ClientBounds.bufferBytes(count, heap);
  }

  private static long hashes(long heap) {
    return (long) Passwords.threads(PasswordHash.Cost.OWASP, MANY_CORES, heap)
        * PasswordHash.Cost.OWASP.memoryKib()
        * 1_024L;
  }

  static Stream<String> programs() {
    return TAKERS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void allThatALimitAllowsFitsIntoTheHeapTogether(String program) {
    long heap = heap(program);
    long taken = TAKERS.get(program).stream().mapToLong(it -> it.applyAsLong(heap)).sum();
    assertTrue(
        taken <= heap * 15 / 16,
        () -> program + " may need " + (taken >> 20) + " MB of " + (heap >> 20));
  }

  static Stream<Topic> topics() {
    return Stream.of(Topics.ALL, Topics.ON_DEMAND).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void stepOfRecordsIsAQuarterOfTheSmallestHeapAtMost(Topic topic) {
    long heap = heap("cart");
    long step = (long) ClientBounds.step(10_000, topic.recordBytesMax(), heap);
    assertTrue(step * topic.recordBytesMax() <= heap / 4, topic.name());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void recordIsNoLargerUnpackedThanItMayBeStored(Topic topic) {
    String most = Integer.toString(topic.recordBytesMax());
    assertEquals(most, topic.settings().get("max.message.bytes"));
    assertEquals(most, topic.settings().get("max.decompressed.message.bytes"));
    assertEquals("uncompressed", topic.settings().get("compression.type"));
  }

  private static long heap(String program) {
    ProgramRow row = Installation.here().table().row(program);
    String megabytes =
        row.jvm().stream()
            .filter(it -> it.startsWith("-Xmx") && it.endsWith("m"))
            .map(it -> it.substring("-Xmx".length(), it.length() - 1))
            .findAny()
            .orElse("1024");
    return Long.parseLong(megabytes) << 20;
  }
}
