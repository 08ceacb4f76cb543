/**
 * The journal: what somebody in the park gives to a head ({@link fwq.journal.head}) is on a node's
 * disk ({@link fwq.journal.node}) when it is receipted, and can be read and checked ({@link
 * fwq.journal.client}). Kafka carries it, replicates it, and knows which nodes live.
 *
 * <p>{@link fwq.journal.LocalMain} is all of it in one JVM, for a park on one machine. What is
 * decided is in pure packages: {@link fwq.journal.filing} (what a node keeps), {@link
 * fwq.journal.desk} (what a head answers), {@link fwq.journal.check}.
 */
package fwq.journal;
