/**
 * Measures, as ratios: a machine's absolute times say little of a program, so each figure stands
 * beside a limit or a rival measured in the same run, in turns.
 *
 * <p>A figure's way: {@link fwq.trials.bench.BenchMain} chooses the {@link
 * fwq.trials.bench.Measurement}s, each a {@link fwq.trials.bench.Duel} (two ways to do the same) or
 * a {@link fwq.trials.bench.Probe} (one program, held against a limit); {@link
 * fwq.trials.bench.Rounds} takes its samples; {@link fwq.trials.bench.Figure} holds them against
 * the {@link fwq.trials.bench.Goal}; {@link fwq.trials.bench.Table} shows it, {@link
 * fwq.trials.bench.Results} keeps it, and {@link fwq.trials.bench.Guard} compares it with one kept
 * before. {@link fwq.trials.bench.Workbench} starts what is needed and ends it.
 *
 * <p>What needs an inner part of a program lives in that part's package.
 */
package fwq.trials.bench;
