/**
 * Line charts as SVG: a {@link fwq.trials.bench.chart.Sheet} of {@link
 * fwq.trials.bench.chart.Chart}s, written by hand, since what is drawn is a few lines over one axis
 * of powers. Knows nothing of what is measured.
 */
package fwq.trials.bench.chart;
