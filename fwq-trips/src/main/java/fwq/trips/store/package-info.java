/** A connection to SQLite that many threads use in turn. */
package fwq.trips.store;
