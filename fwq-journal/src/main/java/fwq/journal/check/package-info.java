/**
 * Whether anything is missing, stored twice or changed, as pure rules: one pass over what Kafka,
 * the receipts and the nodes have of a partition.
 *
 * <p>Pure: time is an argument; imports nothing but {@code java.*} and pure packages.
 */
package fwq.journal.check;
