/** Until then nothing else competes for the connection: whoever opens a text wants to read it. */
const DELAY_MILLISECONDS = 2_000;
const DELAY_AT_RECITAL_MILLISECONDS = 10_000;

/** Has the browser keep the app's files, so that it opens without a connection. Does nothing while developing. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const isRecital = location.pathname.startsWith('/recite/');
  // Where the browser refuses (a private window), the app works as before, with a connection.
  const register = () => {
    navigator.serviceWorker.register('/api/sw.js', { scope: '/' }).catch(() => undefined);
  };
  setTimeout(register, isRecital ? DELAY_AT_RECITAL_MILLISECONDS : DELAY_MILLISECONDS);
}
