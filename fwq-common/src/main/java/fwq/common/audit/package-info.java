/**
 * Who did what in the park: one JSON line for each registration, login, change of a profile and
 * logout in {@code DATA/audit/registry.jsonl}, and for each admission, refusal and departure in
 * {@code DATA/audit/engine.jsonl}.
 *
 * <p>A line's walk: a program hands an {@link fwq.common.message.AuditEntry} to its {@link
 * fwq.common.audit.Audit}; {@link fwq.common.audit.AuditLog} queues it; its thread appends it to
 * {@link fwq.common.audit.AuditFile}, which starts a new file when one is full. {@link
 * fwq.common.audit.AuditMain} reads them back, oldest first, each program's through an {@link
 * fwq.common.audit.AuditTail}.
 */
package fwq.common.audit;
