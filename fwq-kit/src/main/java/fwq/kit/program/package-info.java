/**
 * What every main shares. {@link fwq.kit.program.Program} parses the command line, runs the body
 * until it ends or a signal comes, and turns the outcome into an exit code: 0 after closing
 * cleanly, 1 for a failure that cannot be waited out, 2 for bad usage. {@link
 * fwq.kit.program.CommonOptions} are the options of all programs.
 */
package fwq.kit.program;
