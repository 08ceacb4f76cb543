// Runs before the first paint, so it is no module: the colours that were chosen, here or in the address.
(() => {
  let theme = new URLSearchParams(location.search).get('theme');
  try {
    theme ??= localStorage.getItem('fwq.theme');
  } catch {
    // A browser that may not store anything follows the device.
  }
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
})();
