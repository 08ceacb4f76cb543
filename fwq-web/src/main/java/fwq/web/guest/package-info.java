/**
 * Guests in browsers. A step's way: {@code Walks} (the request) → {@code Sessions} (whose it is) →
 * {@code Desk} (the one thread that owns all guests) → {@code Deeds} → {@code Stay} (what it comes
 * to) → {@code Voice} (the engine), and back by {@code Guests} → {@code Guest} → the streams of its
 * tabs. {@code Accounts} asks the registry, {@code CookieSeal} has browsers carry logins.
 */
package fwq.web.guest;
