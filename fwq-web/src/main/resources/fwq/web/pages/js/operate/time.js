/** Times as the park's clocks have them. Pure. */

/**
 * A moment with its day.
 * @param {number} at epoch milliseconds
 * @param {string} language
 * @param {string} zone
 */
export const dayClock = (at, language, zone) =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
  }).format(at);

/** A day of the week, 1 for Monday. @param {number} day @param {string} language */
export const weekday = (day, language) =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
