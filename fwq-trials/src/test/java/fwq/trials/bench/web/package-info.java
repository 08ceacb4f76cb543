/** Figures of the web: streams, and what a process of them takes. */
package fwq.trials.bench.web;
