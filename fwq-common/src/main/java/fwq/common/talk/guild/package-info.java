/**
 * What carts, their guild and others say to each other: over TCP ({@link
 * fwq.common.talk.guild.GuildRequest}, {@link fwq.common.talk.guild.GuildReply}), on the topic
 * {@code Carts} ({@link fwq.common.talk.guild.CartWord}, {@link fwq.common.talk.guild.Tick}, {@link
 * fwq.common.talk.guild.Report}) and on the topic {@code Members} ({@link
 * fwq.common.talk.guild.MemberWord}).
 *
 * <p>Pure but for the codec {@link fwq.common.talk.guild.GuildJson}, which alone knows the bytes.
 */
package fwq.common.talk.guild;
