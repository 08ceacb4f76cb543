/** Addresses, and sockets whose reads end in time. */
package fwq.kit.net;
