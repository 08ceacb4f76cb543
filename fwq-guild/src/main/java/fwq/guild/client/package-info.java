/** How carts and operators ask the guild over TCP. */
package fwq.guild.client;
