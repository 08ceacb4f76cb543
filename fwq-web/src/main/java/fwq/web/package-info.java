/** The park in a browser. */
package fwq.web;
