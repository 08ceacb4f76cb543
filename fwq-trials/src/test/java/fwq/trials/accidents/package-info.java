/**
 * {@code fwq accidents}: a real park to which accidents happen, and what comes of it.
 *
 * <p>{@link fwq.trials.accidents.AccidentsMain} parses the command line; {@link
 * fwq.trials.accidents.Plan} draws the accidents by lot; {@link fwq.trials.accidents.Stage} starts
 * the programs and knows which engine owns which park; {@link fwq.trials.accidents.Day} lets the
 * accidents happen at their moments; {@link fwq.trials.accidents.Watch} listens like a guest and
 * measures how long there was no map. At the end {@link fwq.operator.check} says whether the park
 * kept its rules all the while.
 */
package fwq.trials.accidents;
