/**
 * Registers the service worker that keeps the app shell. It replaces itself at the next launch; a page in use is never reloaded under the
 * customer's hands. A browser that refuses it only loses the offline shell.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/sw.js')
      .then(() => navigator.serviceWorker.ready)
      .then(keepAppConfig)
      .catch((error: unknown) => console.warn('The app shell is not available offline', error))
  })
}

/** What the app starts from was asked for before there was a worker that could keep it: without it the first visit could not be opened again offline. */
async function keepAppConfig(): Promise<void> {
  const kept = await caches.open('app-config')
  if (!(await kept.match('/app-config.json'))) await kept.add('/app-config.json')
}
