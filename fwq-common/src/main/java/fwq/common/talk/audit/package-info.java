/**
 * What programs note for their operators: an {@link fwq.common.talk.audit.AuditEntry} goes into an
 * {@link fwq.common.talk.audit.AuditLog}, whose thread appends lines to an {@link
 * fwq.common.talk.audit.AuditFile}; an {@link fwq.common.talk.audit.AuditReader} reads them back.
 */
package fwq.common.talk.audit;
