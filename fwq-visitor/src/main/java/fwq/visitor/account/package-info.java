/**
 * {@code fwq account}: takes a guest's data along, and deletes an account. Each logs in, asks the
 * registry once, and logs out.
 */
package fwq.visitor.account;
