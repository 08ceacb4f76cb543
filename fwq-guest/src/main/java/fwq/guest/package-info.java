/**
 * One guest's side of a park, whatever shows it: {@link fwq.guest.Visit} decides what is said and
 * what an answer means, {@link fwq.guest.ParkLink} signs and sends it and hears frames and answers
 * (over one {@link fwq.guest.EngineLink}, however many parks there are), {@link
 * fwq.guest.RegistryClient} asks the registry.
 *
 * <p>{@code Visit} and {@code NewestFrame} are pure: time and chance are arguments.
 */
package fwq.guest;
