/**
 * The programs as people run them: {@link fwq.trials.programs.Programs} starts them from the built
 * jars and ends them all, {@link fwq.trials.programs.Running} is one process and what it said. For
 * tests, and for accidents on purpose.
 */
package fwq.trials.programs;
