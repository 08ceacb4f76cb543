/**
 * Guests and the registry, over TCP: {@link fwq.common.talk.registry.RegistryRequest} and {@link
 * fwq.common.talk.registry.RegistryReply}.
 */
package fwq.common.talk.registry;
