/** Sellers of trips and their agency, measured beside an echo, a scan and SQLite alone. */
package fwq.trials.bench.trips;
