package fwq.guild.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.ParkZone;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.Tick;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The park's zone: from its frames to the guild's log, and from there to the end of a day. */
final class ZoneTest {
  /** Where the day of {@link TestGuild#BEGIN} has one more hour. */
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  private static final String ID = "0".repeat(32);
  private static final TopicPartition ENGINE = new TopicPartition("Engine", 0);

  @TempDir private Path folder;
  private final TestGuild.Log log = new TestGuild.Log();

  private static boolean hasEnded(Path data) {
    return Files.exists(data.resolve("days/2026-11-28-park0.txt"));
  }

  private void anHour(TestGuild guild) throws Exception {
    guild.seconds(3);
    log.now += 3_600_000;
    guild.seconds(1);
  }

  private Set<Optional<ZoneId>> zonesOnTheLog() throws Exception {
    Set<Optional<ZoneId>> zones = new HashSet<>();
    for (ConsumerRecord<String, byte[]> it : log.of(new TopicPartition("Carts", 0))) {
      Header tick = it.headers().lastHeader(GuildTopics.TICK_HEADER);
      if (tick != null) {
        zones.add(CartCodec.readTick(tick.value()).zone());
      }
    }
    return zones;
  }

  @Test
  void zoneThatFramesSayIsOnTheLogSoThatAReplayHasItToo() throws Exception {
    Path live = Files.createDirectory(folder.resolve("live"));
    try (TestGuild guild = new TestGuild(live, log, ID)) {
      guild.framed = Optional.of(AUCKLAND);
      anHour(guild);
      assertTrue(hasEnded(live));
    }
    Path replay = Files.createDirectory(folder.resolve("replay"));
    try (TestGuild guild = new TestGuild(replay, log, "1".repeat(32))) {
      guild.seconds(1);
      assertTrue(hasEnded(replay));
    }
  }

  @Test
  void framesOfAParkOfWhichNobodySaidAnythingDoNotCount() throws Exception {
    try (TestGuild guild = new TestGuild(folder, log, ID)) {
      guild.framed = Optional.of(ParkZone.UTC);
      guild.seconds(3);
      assertEquals(Set.of(Optional.empty()), zonesOnTheLog());
      guild.framed = Optional.of(AUCKLAND);
      guild.seconds(3);
      assertEquals(Set.of(Optional.empty(), Optional.of(AUCKLAND)), zonesOnTheLog());
    }
  }

  @Test
  void zoneThatSomebodyElseSaysDoesNotCount() throws Exception {
    try (TestGuild guild = new TestGuild(folder, log, ID)) {
      guild.seconds(1);
      ProducerRecord<String, byte[]> forged = new ProducerRecord<>("Carts", 0, null, null);
      Tick tick = new Tick(ID, OptionalLong.of(0), Optional.of(AUCKLAND));
      forged.headers().add(GuildTopics.TICK_HEADER, CartCodec.write(tick));
      log.write(forged);
      anHour(guild);
      assertFalse(hasEnded(folder));
    }
  }

  @Test
  void eachParksNextFrameIsLookedAt() {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    consumer.updatePartitions("Engine", List.of(new PartitionInfo("Engine", 0, null, null, null)));
    consumer.updateEndOffsets(Map.of(ENGINE, 7L));
    ParkSign sign = ParkSign.OPEN;
    ParkMap map =
        ParkMap.EMPTY.with(
            new ParkSign(sign.open(), sign.reason(), sign.name(), AUCKLAND, sign.hours()));
    byte[] frame = EngineCodec.write(new MapFrame(0, 1, 1, 0, 1, map));
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(new ConsumerRecord<>("Engine", 0, 7, "#words", new byte[] {'x'}));
          consumer.addRecord(new ConsumerRecord<>("Engine", 0, 8, "map", frame));
        });
    KafkaClients nowhere = new KafkaClients(new HostPort("127.0.0.1", 9), new Properties());
    ParkZones zones = new ParkZones(nowhere, new Stop());
    assertEquals(Optional.empty(), zones.of(0));
    zones.look(consumer);
    assertEquals(Optional.of(AUCKLAND), zones.of(0));
  }
}
