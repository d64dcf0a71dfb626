// Runs before the first paint, so that a remembered theme never flashes in the other one.
try {
  const theme = localStorage.getItem('waymark.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page: the system's theme stands.
}
