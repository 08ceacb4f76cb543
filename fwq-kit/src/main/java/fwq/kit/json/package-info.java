/**
 * JSON for codecs: {@link fwq.kit.json.JsonText} writes and parses, {@link fwq.kit.json.Fields}
 * reads typed fields, {@link fwq.kit.json.ErrorReply} is the one shape of an error. Bytes that are
 * not a message become a {@link fwq.kit.json.BadMessageException} with a sentence, never any other
 * exception.
 */
package fwq.kit.json;
