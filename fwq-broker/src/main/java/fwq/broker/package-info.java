/**
 * A real Apache Kafka broker in one JVM: KRaft mode, one node that is broker and controller, for
 * {@code fwq park}, for tests, and for a park of one machine.
 *
 * <p>{@link fwq.broker.BrokerMain} parses the command line; {@link fwq.broker.EmbeddedBroker}
 * formats the data folder once, starts Kafka's own server with {@link fwq.broker.NodeSettings}, and
 * stops it. For parks of several machines run Kafka itself; the other programs need nothing but its
 * address.
 *
 * <p>With {@code --secure} {@link fwq.broker.SecuredBroker} does so: the node starts with a key of
 * its own and lets in nobody else; over its own listener it is told the rights of each {@link
 * fwq.broker.User}, the passwords, and the topics; at last each user's {@link fwq.broker.UserFile}
 * is there for the program that is this user.
 */
package fwq.broker;
