/**
 * The parks as this process hears them, and who watches them. Pure but for the sinks that it sends
 * to.
 */
package fwq.web.park;
