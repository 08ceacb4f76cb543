package fwq.engine.park;

import fwq.common.message.EngineMessage;

/**
 * Something to say to one guest.
 *
 * @param alias to whom
 * @param answer what
 */
public record Note(String alias, EngineMessage.Answer answer) {}
