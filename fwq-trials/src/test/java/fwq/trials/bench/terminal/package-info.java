/** What is measured of the terminal; in its package, since it looks inside. */
package fwq.trials.bench.terminal;
