/**
 * What the programs share of Kafka: {@link fwq.common.kafka.Topics} is the one table of topics,
 * {@link fwq.common.kafka.KafkaClients} makes every client with its settings and says why, {@link
 * fwq.common.kafka.TopicSetup} makes the topics and gives them a partition for each park, {@link
 * fwq.common.kafka.BrokerWatch} tells people once when the broker is away and once when it is back,
 * and {@link fwq.common.kafka.Skipped} counts the records that cannot be read. What the broker
 * refuses is put into a sentence by {@link fwq.common.kafka.Refusal}.
 */
package fwq.common.kafka;
