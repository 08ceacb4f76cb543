/**
 * Those who give to the journal and read it: {@link fwq.journal.client.CountMain} and {@link
 * fwq.journal.client.WriteMain} append until each record has its receipt ({@link
 * fwq.journal.client.Appender}); {@code read}, {@code where}, {@code nodes} and {@code check} ask
 * and print.
 */
package fwq.journal.client;
