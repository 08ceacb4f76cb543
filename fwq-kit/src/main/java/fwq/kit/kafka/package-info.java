/**
 * What the programs share of Kafka: a {@link fwq.kit.kafka.Topic} says how a topic is to be, {@link
 * fwq.kit.kafka.KafkaClients} makes every client with its settings and says why, {@link
 * fwq.kit.kafka.TopicSetup} makes the topics and gives them a partition for each park, {@link
 * fwq.kit.kafka.BrokerWatch} tells people once when the broker is away and once when it is back,
 * and {@link fwq.kit.kafka.Skipped} counts the records that cannot be read. What the broker refuses
 * is put into a sentence by {@link fwq.kit.kafka.Refusal}.
 */
package fwq.kit.kafka;
