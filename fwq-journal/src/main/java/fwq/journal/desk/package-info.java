/**
 * What a head decides, as pure rules.
 *
 * <p>An append is noted at the {@link fwq.journal.desk.Desk} before it is sent; whatever comes
 * first answers it: a receipt, no node, a broker that is away, or time. The {@link
 * fwq.journal.desk.Roster} has what is known of the nodes: who is available, where they are, what
 * they have, and what they have said of their chains.
 *
 * <p>Pure: time is an argument; imports nothing but {@code java.*} and pure packages.
 */
package fwq.journal.desk;
