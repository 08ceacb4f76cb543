/**
 * The guild's rules. Time is the log's, an argument.
 *
 * <p>Pure: no file, clock, chance, thread or log.
 *
 * <p>A record's walk: {@link fwq.guild.rules.MergedLog} puts a park's four partitions into one
 * order → {@link fwq.guild.rules.ParkGuild} lets time pass up to it, decides what that makes due,
 * and gives it to those whom it concerns: {@link fwq.guild.rules.Rolls} (members), {@link
 * fwq.guild.rules.Fleet} (places, stock, strange events), {@link fwq.guild.rules.Restocks}, {@link
 * fwq.guild.rules.Diary} (sales) and {@link fwq.guild.rules.Sightings}. What happened comes out as
 * {@link fwq.guild.rules.GuildEvent}s, what is to be stored as {@link fwq.guild.rules.ParkState}.
 *
 * <p>The same records give the same guild, whoever reads them, whenever, and however often that one
 * was killed: nothing else goes in.
 */
package fwq.guild.rules;
