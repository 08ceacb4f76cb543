/** What an engine writes of its park to the topic {@code Park} for the one that runs it next. */
package fwq.engine.changelog;
