/**
 * The program {@code fwq waits-audit}: recorded days, played through the code that is live.
 *
 * <p>A file's walk: {@link fwq.waitingtime.audit.Recording} unpacks and cuts it into lines → {@link
 * fwq.common.recorded.RowReader} makes them rows, which are {@link fwq.waitingtime.audit.Recorded}
 * signs and guests, and counts what it cannot use by reason → {@link
 * fwq.waitingtime.audit.Playback} plays them in the order of their times, so that a wait is known
 * only when its guest boards → {@link fwq.waitingtime.audit.Scores} holds what was told against
 * what was stood.
 *
 * <p>Knows no database, no network and no broker.
 */
package fwq.waitingtime.audit;
