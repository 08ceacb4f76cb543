/**
 * Who a server is, to those who connect to it over TLS.
 *
 * <p>{@link fwq.common.identity.Identity} opens both halves of it: a key that {@link
 * fwq.common.identity.KeyFile} makes once, and a certificate that {@link
 * fwq.common.identity.SelfSigned} makes of it and makes anew before it ends.
 */
package fwq.common.identity;
