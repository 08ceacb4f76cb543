/** The table of programs, and what follows from it for those who start or set up all of them. */
package fwq.common.programs;
