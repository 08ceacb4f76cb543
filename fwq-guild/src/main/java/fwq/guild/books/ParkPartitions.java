package fwq.guild.books;

import fwq.common.talk.guild.GuildTopics;
import fwq.guild.rules.MergedLog.Stream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Which partition is which park's, and what for. */
record ParkPartitions(int park) {
  TopicPartition of(Stream stream) {
    return switch (stream) {
      case CARTS -> new TopicPartition(GuildTopics.CARTS.name(), GuildTopics.carts(park));
      case REPORTS -> new TopicPartition(GuildTopics.CARTS.name(), GuildTopics.reports(park));
      case ORDINARY -> new TopicPartition(GuildTopics.MEMBERS.name(), GuildTopics.ordinary(park));
      case PREMIUM -> new TopicPartition(GuildTopics.MEMBERS.name(), GuildTopics.premium(park));
    };
  }

  List<TopicPartition> all() {
    return Arrays.stream(Stream.values()).map(this::of).toList();
  }

  /** Which of a park's partitions this is. */
  static Stream stream(TopicPartition partition) {
    boolean isEven = partition.partition() % 2 == 0;
    return partition.topic().equals(GuildTopics.CARTS.name())
        ? isEven ? Stream.CARTS : Stream.REPORTS
        : isEven ? Stream.ORDINARY : Stream.PREMIUM;
  }

  /** Whose partition this is. */
  static int park(TopicPartition partition) {
    return partition.partition() / 2;
  }

  /** The partitions of so many parks. */
  static List<TopicPartition> ofParks(int parks) {
    return IntStream.range(0, parks)
        .mapToObj(ParkPartitions::new)
        .flatMap(it -> it.all().stream())
        .toList();
  }
}
