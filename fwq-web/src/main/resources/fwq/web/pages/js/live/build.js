const ONCE_MS = 60_000;
const NOTED = 'fwq.reloadedAt';

/**
 * Whether the server's pages are others than this one. In the address of each part of the page
 * stands the hash over all of them.
 * @param {string | undefined} build as the stream says it
 */
export const isOther = (build) =>
  build !== undefined && !new URL(import.meta.url).pathname.includes(`/${build}/`);

/** Loads the page anew, but not twice in a minute: a stale cache must not make it turn in circles. */
export function reload() {
  const last = Number(sessionStorage.getItem(NOTED) ?? 0);
  if (Date.now() - last > ONCE_MS) {
    sessionStorage.setItem(NOTED, String(Date.now()));
    location.reload();
  }
}
