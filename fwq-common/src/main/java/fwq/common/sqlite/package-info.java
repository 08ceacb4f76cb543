/**
 * SQLite files as the programs keep them: {@link fwq.common.sqlite.Database} opens one, brings it
 * to the newest version, and says in a sentence that names the file what is wrong where it cannot.
 */
package fwq.common.sqlite;
