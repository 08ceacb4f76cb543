/** Keeps the screen on while the page is seen, where the browser can (over TLS, or on this machine). */
export function keepAwake() {
  const ask = () => {
    if (document.visibilityState === 'visible') {
      navigator.wakeLock?.request('screen').catch(() => {
        // On low battery, say, a browser may refuse; the screen's own settings count then.
      });
    }
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
