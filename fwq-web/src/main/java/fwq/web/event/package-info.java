/**
 * What browsers are told, as text: hello, frame, me, away, end. Pure; the other side of this
 * contract is the pages' {@code stream.js}.
 */
package fwq.web.event;
