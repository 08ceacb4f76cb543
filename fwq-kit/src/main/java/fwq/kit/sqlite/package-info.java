/**
 * SQLite files as the programs keep them: {@link fwq.kit.sqlite.Database} opens one, brings it to
 * the newest version, and says in a sentence that names the file what is wrong where it cannot.
 */
package fwq.kit.sqlite;
