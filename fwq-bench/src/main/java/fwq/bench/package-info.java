/**
 * Measures, as ratios: a machine's absolute times say little of a program, so each figure stands
 * beside a limit or a rival measured in the same run, in turns. {@link fwq.bench.BenchMain} chooses
 * the {@link fwq.bench.Duel}s, {@link fwq.bench.Contest} runs one, {@link fwq.bench.Workbench}
 * starts what it needs and ends it. {@link fwq.bench.Startup} and {@link fwq.bench.TerminalFigures}
 * take plain figures, with a goal each. A duel that needs an inner part of a program lives in that
 * part's package.
 */
package fwq.bench;
