/**
 * An operator's line to a park: {@link fwq.operator.desk.DeskOptions} says which park and who
 * speaks, {@link fwq.operator.desk.Desk} signs and sends a word and waits for what becomes of it.
 */
package fwq.operator.desk;
