/**
 * Registers the service worker that keeps the app shell. It replaces itself at the next launch; a page in use is never reloaded under the
 * customer's hands. A browser that refuses it only loses the offline shell.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch((error: unknown) => console.warn('The app shell is not available offline', error))
  })
}
