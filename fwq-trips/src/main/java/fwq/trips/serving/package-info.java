/**
 * What sellers and agencies have in common as servers: who may ask how often, what is counted, and
 * by which key they are known.
 */
package fwq.trips.serving;
