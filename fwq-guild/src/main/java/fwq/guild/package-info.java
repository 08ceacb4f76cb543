/**
 * Food carts and their guild. {@link fwq.guild.rules} has the rules, {@link fwq.guild.store} the
 * database, {@link fwq.guild.server} the program {@code fwq guild}, {@link fwq.guild.desk} what its
 * operator asks it for, {@link fwq.guild.cart} the program {@code fwq cart}, {@link
 * fwq.guild.report} a day's figures and the program {@code fwq sales}.
 *
 * <p>Must not import another component's package.
 */
package fwq.guild;
