/** The journal, measured beside plain Kafka and plain SQLite. */
package fwq.trials.bench.journal;
