/** What the programs of trips are told on the command line, beside what every program is. */
package fwq.trips.options;
