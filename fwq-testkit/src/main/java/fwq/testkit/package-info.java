/** What the tests of several modules need: golden vectors of a conversation. */
package fwq.testkit;
