/**
 * The program {@code fwq cart}.
 *
 * <p>One second's walk: {@link fwq.guild.cart.CartRun} asks {@link fwq.guild.cart.Vendor}, which
 * sees the newest map of {@link fwq.guild.cart.ParkEyes}, where to go and whom to sell to (or takes
 * what a human typed into {@link fwq.guild.cart.TillInput}) → {@link fwq.guild.cart.Stock} says
 * what is left → {@link fwq.guild.cart.CartVoice} signs it and keeps it until the broker has it.
 */
package fwq.guild.cart;
