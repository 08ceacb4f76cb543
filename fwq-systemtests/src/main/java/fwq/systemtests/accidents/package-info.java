/**
 * {@code fwq accidents}: a real park to which accidents happen, and what comes of it.
 *
 * <p>{@link fwq.systemtests.accidents.AccidentsMain} parses the command line; {@link
 * fwq.systemtests.accidents.Plan} draws the accidents by lot; {@link
 * fwq.systemtests.accidents.Stage} starts the programs and knows which engine owns which park;
 * {@link fwq.systemtests.accidents.Day} lets the accidents happen at their moments; {@link
 * fwq.systemtests.accidents.Watch} listens like a guest and measures how long there was no map. At
 * the end {@link fwq.systemtests.check} says whether the park kept its rules all the while.
 */
package fwq.systemtests.accidents;
