/**
 * {@code fwq siege}: a registry of its own under attack, and what its guests notice of it. {@link
 * fwq.systemtests.siege.Dribblers} hold connections and send next to nothing; {@link
 * fwq.systemtests.siege.Callers} log in, or guess.
 */
package fwq.systemtests.siege;
