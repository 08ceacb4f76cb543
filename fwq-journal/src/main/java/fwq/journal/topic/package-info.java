/**
 * What heads and nodes ask of Kafka alike: which topic there is, who is a member of the nodes'
 * group, and what a record says.
 */
package fwq.journal.topic;
