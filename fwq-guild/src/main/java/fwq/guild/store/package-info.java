/**
 * {@code guild.db}: what the guild knows, and how far it has read.
 *
 * <p>One connection writes, the guild's own thread's: {@link fwq.guild.store.ParkTable} stores what
 * a park's rules have changed, {@link fwq.guild.store.NewsTable} what happened, and the offsets in
 * the same transaction. {@link fwq.guild.store.Desk}, on another connection, is for those who ask
 * over TCP: it inserts applications before anything else is done with them, and reads.
 */
package fwq.guild.store;
