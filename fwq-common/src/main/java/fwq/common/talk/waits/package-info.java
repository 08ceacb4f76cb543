/**
 * The engine and the waiting time server, over TCP: {@link fwq.common.talk.waits.WaitsRequest} and
 * {@link fwq.common.talk.waits.WaitsReply}.
 */
package fwq.common.talk.waits;
