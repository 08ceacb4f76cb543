/**
 * A real Apache Kafka broker in one JVM: KRaft mode, one node that is broker and controller, for
 * {@code fwq park}, for tests, and for a park of one machine.
 *
 * <p>{@link fwq.broker.BrokerMain} parses the command line; {@link fwq.broker.EmbeddedBroker}
 * formats the data folder once, starts Kafka's own server, and stops it. For parks of several
 * machines run Kafka itself; the other programs need nothing but its address.
 */
package fwq.broker;
