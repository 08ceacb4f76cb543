/**
 * {@code fwq fuzz}: a search, guided by what code an input reaches, for what parsers cannot stand.
 */
package fwq.trials.fuzz;
