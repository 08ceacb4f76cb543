/**
 * Whether anything is missing, stored twice or changed, as pure rules: one pass over what Kafka,
 * the receipts and the nodes have of a partition.
 *
 * <p>No I/O, clock, chance, logging or threads.
 */
package fwq.journal.check;
