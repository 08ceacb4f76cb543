/**
 * The program {@code fwq guild}.
 *
 * <p>One thread, {@link fwq.guild.server.GuildLoop}, owns what the guild knows: it polls, has
 * {@link fwq.guild.server.RecordReader} decode, gives each park its records ({@link
 * fwq.guild.server.ParkBooks}), stores what came of them with the offsets in one transaction, and
 * only then says it: as log lines, as files of days that are over, and as a {@link
 * fwq.guild.server.ParkView} from which {@link fwq.guild.server.GuildHandler} answers over TCP.
 * What the guild itself writes to the broker goes through {@link fwq.guild.server.GuildVoice}.
 */
package fwq.guild.server;
