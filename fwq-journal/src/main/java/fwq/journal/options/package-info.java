/** What the journal's programs are told on the command line, beside what every program is. */
package fwq.journal.options;
