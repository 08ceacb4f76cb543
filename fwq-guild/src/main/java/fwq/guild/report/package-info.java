/**
 * A day's figures for people: as text ({@link fwq.guild.report.DayText}, pure), as a file ({@link
 * fwq.guild.report.DayFiles}), and the program {@code fwq sales} that shows them, guild running or
 * not.
 */
package fwq.guild.report;
