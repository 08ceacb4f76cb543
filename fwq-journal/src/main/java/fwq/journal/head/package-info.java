/**
 * A head.
 *
 * <p>An append: {@code FrameServer} → {@link fwq.journal.head.HeadHandler} checks rate and
 * signature → {@link fwq.journal.head.Front} notes it at the {@link fwq.journal.desk.Desk} → {@link
 * fwq.journal.head.Sender} signs it and writes it to Kafka → a node stores it and says so → {@link
 * fwq.journal.head.StoredReader} hears that → the desk's one answer → the reply's frame.
 *
 * <p>{@link fwq.journal.head.GroupLook} asks Kafka which nodes there are. {@link
 * fwq.journal.head.Reading} and {@link fwq.journal.head.Checking} ask the nodes themselves, and
 * Kafka through a {@link fwq.journal.head.Shelf} for what only those have that are away.
 */
package fwq.journal.head;
