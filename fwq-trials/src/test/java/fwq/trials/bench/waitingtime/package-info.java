/** What is measured of the waiting time server; in its package, since it looks inside. */
package fwq.trials.bench.waitingtime;
