/**
 * What a node does with what it reads, as pure rules.
 *
 * <p>A batch from Kafka becomes {@link fwq.journal.filing.Arrival}s; {@link
 * fwq.journal.filing.Filing} decides which of them become {@link fwq.journal.filing.Row}s, which
 * are a key said again, and what is receipted once that is on the disk. {@link
 * fwq.journal.filing.Offsets} are what a node has, {@link fwq.journal.filing.FillPlan} says what it
 * still lacks, {@link fwq.journal.filing.Chain} makes a change by hand visible.
 *
 * <p>Pure: time is an argument; imports nothing but {@code java.*} and pure packages.
 */
package fwq.journal.filing;
