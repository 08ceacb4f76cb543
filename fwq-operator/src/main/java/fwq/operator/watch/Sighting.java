package fwq.operator.watch;

import fwq.common.talk.visit.EngineMessage.MapFrame;

/**
 * A frame, and when it was heard.
 *
 * @param frame what was heard
 * @param at epoch milliseconds by this machine's clock; of a frame that was there before us, when
 *     the engine says that it wrote it
 */
record Sighting(MapFrame frame, long at) {}
