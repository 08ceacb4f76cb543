/**
 * Text that comes from outside: {@link fwq.kit.text.Escape} before it reaches a log or a terminal,
 * {@link fwq.kit.text.Normal} before it is compared.
 *
 * <p>Pure: no I/O, clock, chance or threads.
 */
package fwq.kit.text;
