/**
 * Measures, as ratios: a machine's absolute times say little of a program, so each figure stands
 * beside a limit or a rival measured in the same run, in turns.
 *
 * <p>A figure's way: {@link fwq.bench.BenchMain} chooses the {@link fwq.bench.Measurement}s, each a
 * {@link fwq.bench.Duel} (two ways to do the same) or a {@link fwq.bench.Probe} (one program, held
 * against a limit); {@link fwq.bench.Rounds} takes its samples; {@link fwq.bench.Figure} holds them
 * against the {@link fwq.bench.Goal}; {@link fwq.bench.Table} shows it, {@link fwq.bench.Results}
 * keeps it, and {@link fwq.bench.Guard} compares it with one kept before. {@link
 * fwq.bench.Workbench} starts what is needed and ends it.
 *
 * <p>What needs an inner part of a program lives in that part's package.
 */
package fwq.bench;
