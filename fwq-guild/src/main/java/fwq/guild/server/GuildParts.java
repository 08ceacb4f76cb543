package fwq.guild.server;

import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.guild.books.ParkBooks;
import fwq.guild.books.RecordReader;
import fwq.guild.report.DayFiles;
import fwq.guild.rules.Terms;
import fwq.guild.store.Desk;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a guild is made of.
 *
 * @param guildId which run of a guild this is
 * @param sql the connection that writes, the loop's own
 * @param views each park as it was when it was last stored
 * @param zones in which zone a park is by its frames, where that is known
 */
record GuildParts(
    String guildId,
    Terms terms,
    SharedSecret secret,
    KafkaClients kafka,
    Sql sql,
    Desk desk,
    GuildVoice voice,
    Crier crier,
    DayFiles dayFiles,
    Skipped skipped,
    Map<Integer, ParkView> views,
    IntFunction<Optional<ZoneId>> zones,
    InstantSource clock) {

  RecordReader reader() {
    return new RecordReader(GuildKey.ofGuild(secret), clock);
  }

  ParkBooks open(int park) throws DatabaseException {
    return new ParkBooks(park, terms, sql, secret, guildId, skipped);
  }
}
