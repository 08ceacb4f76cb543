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
 * its own and lets in nobody else; over its own listener it is told by {@link fwq.broker.UserSetup}
 * the rights and quota of each {@link fwq.broker.User}, and the passwords, then the topics; at last
 * each user's {@link fwq.broker.UserFile} is there for the program that is this user.
 *
 * <p>A guest is let in by {@link fwq.broker.GuestLogin}: its pass goes through {@link
 * fwq.broker.PassCheck}, which asks {@link fwq.broker.PassKeys} for the registry's key and {@link
 * fwq.broker.EndedSessions} whether the session is over, as {@link fwq.broker.EndedReader} has
 * heard from the registry. What it may, says {@link fwq.broker.GuestAuthorizer}.
 */
package fwq.broker;
