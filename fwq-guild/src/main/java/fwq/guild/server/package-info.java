/**
 * The program {@code fwq guild}.
 *
 * <p>One thread, {@link fwq.guild.server.GuildLoop}, owns what the guild knows: it has {@link
 * fwq.guild.books.LogReader} read and decide, stores what came of it with the offsets in one
 * transaction, and only then says it: as log lines ({@link fwq.guild.server.Crier}), as files of
 * days that are over, and as a {@link fwq.guild.server.ParkView} from which {@link
 * fwq.guild.server.GuildHandler} answers over TCP. What the guild itself writes to the broker goes
 * through {@link fwq.guild.server.GuildVoice}.
 */
package fwq.guild.server;
