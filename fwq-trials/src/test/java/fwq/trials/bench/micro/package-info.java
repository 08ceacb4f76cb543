/**
 * What each move costs, piece by piece, with JMH: {@link fwq.trials.bench.micro.Micro} runs the
 * benchmarks, of which those that need an inner part of a program live in that part's package.
 */
package fwq.trials.bench.micro;
