/**
 * A data node.
 *
 * <p>A record: Kafka → {@link fwq.journal.node.Stay} polls → {@link fwq.journal.topic.EntryReader}
 * checks who wrote it → {@link fwq.journal.filing.Filing} decides → {@link
 * fwq.journal.node.JournalDatabase}, one transaction → {@link fwq.journal.node.Voice} gives the
 * receipts and waits for Kafka's word → group commit. Between two batches {@link
 * fwq.journal.node.Filler} reads what is lacking below, and {@link fwq.journal.node.Rounds} says
 * where the node is. Beside that thread {@link fwq.journal.node.JournalReader} answers heads.
 */
package fwq.journal.node;
