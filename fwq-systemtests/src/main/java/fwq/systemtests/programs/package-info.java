/**
 * The programs as people run them: {@link fwq.systemtests.programs.Programs} starts them from the
 * built jars and ends them all, {@link fwq.systemtests.programs.Running} is one process and what it
 * said. For tests, and for accidents on purpose.
 */
package fwq.systemtests.programs;
