/**
 * {@code fwq accidents}: a real park to which accidents happen, and what comes of it.
 *
 * <p>{@link fwq.trials.accidents.AccidentsMain} parses the command line; {@link
 * fwq.trials.accidents.Scenario} draws the accidents by lot; {@link fwq.trials.accidents.Cast} has
 * the programs, as the table of programs names them; {@link fwq.trials.accidents.Stage} starts them
 * and knows which engine owns which park; {@link fwq.trials.accidents.Day} lets the accidents
 * happen at their moments; {@link fwq.trials.accidents.Watch} listens like a guest and measures how
 * long there was no map.
 *
 * <p>At the end each says whether all was well by its own rules: {@link fwq.operator.check} of the
 * park and of what its carts sold, the journal's own check, {@link fwq.trials.accidents.Travellers}
 * of trips, {@link fwq.trials.accidents.WebGuests} of their places.
 */
package fwq.trials.accidents;
