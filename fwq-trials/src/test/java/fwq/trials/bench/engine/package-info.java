/** Duels that need the engine's inner parts: the real one, over real clients. */
package fwq.trials.bench.engine;
