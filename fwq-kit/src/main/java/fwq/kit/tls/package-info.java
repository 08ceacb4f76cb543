/**
 * Who a server is, to those who connect to it over TLS.
 *
 * <p>{@link fwq.kit.tls.Identity} opens both halves of it: a key that {@link fwq.kit.tls.KeyFile}
 * makes once, and a certificate that {@link fwq.kit.tls.SelfSigned} makes of it and makes anew
 * before it ends.
 */
package fwq.kit.tls;
