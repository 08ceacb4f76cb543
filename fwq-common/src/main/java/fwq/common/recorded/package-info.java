/**
 * Days that a park has recorded, as people and spreadsheets write them: {@link
 * fwq.common.recorded.RowReader} turns a line into a {@link fwq.common.recorded.RecordedRow}, and
 * counts by reason what cannot be used.
 */
package fwq.common.recorded;
