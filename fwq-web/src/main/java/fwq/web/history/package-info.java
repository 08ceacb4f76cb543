/**
 * What a web process saw of its parks, minute by minute. {@code Recorder} (in the api package)
 * saves it, {@code History} keeps it in SQLite, {@code Day} sums a day up.
 */
package fwq.web.history;
