/**
 * Text that comes from outside: {@link fwq.kit.text.Escape} before it reaches a log or a terminal,
 * {@link fwq.kit.text.Normal} before it is compared.
 */
package fwq.kit.text;
