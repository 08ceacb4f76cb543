/** Files for people, as the journal's programs write them beside what they log. */
package fwq.journal.log;
