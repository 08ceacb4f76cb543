/** Addresses, sockets whose reads end in time, and how often an address may try something. */
package fwq.kit.net;
