/** What this browser remembers of a guest's choices; nothing where it is not allowed to. */

/** @param {string} key @returns {string | null} */
export function kept(key) {
  try {
    return localStorage.getItem(`fwq.${key}`);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
export function keep(key, value) {
  try {
    localStorage.setItem(`fwq.${key}`, value);
  } catch {
    // A browser that may not store anything forgets the choice when the page is closed.
  }
}
