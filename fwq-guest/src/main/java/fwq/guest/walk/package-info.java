/**
 * How a guest walks without being told: {@link fwq.guest.walk.Walker} looks at the map once a park
 * minute and says the next step.
 *
 * <p>Pure: time and chance are arguments; imports nothing but {@code java.*} and {@code
 * fwq.common.park}.
 */
package fwq.guest.walk;
