/**
 * {@code fwq siege}: a registry and a park of its own under attack, and what guests notice of it.
 * {@link fwq.trials.siege.Dribblers} hold connections and send next to nothing; {@link
 * fwq.trials.siege.Callers} log in, or guess; {@link fwq.trials.siege.Attacks} end with a word on
 * each, <i>held</i> or <i>not held</i>.
 */
package fwq.trials.siege;
