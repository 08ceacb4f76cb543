/** {@code fwq audit}: the audit's lines for people, oldest first. */
package fwq.operator.audit;
