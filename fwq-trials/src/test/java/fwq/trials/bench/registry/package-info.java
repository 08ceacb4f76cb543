/** What is measured of the registry; in its package, since it looks inside. */
package fwq.trials.bench.registry;
