/**
 * Sensors and the waiting time server, over the topic {@code SD}: {@link
 * fwq.common.talk.sensor.Reading}.
 */
package fwq.common.talk.sensor;
