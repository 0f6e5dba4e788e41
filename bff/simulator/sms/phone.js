/* What arrives appears by itself: the page is asked for again, and its inbox put in the place of the old one. Without this script reloading does the same. */

const everyMs = 1_000

async function refresh() {
  const inbox = document.querySelector('#inbox')
  const response = await fetch(location.pathname, { cache: 'no-store' })
  if (!response.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#inbox')
  // Only when something is new: whoever reads or is about to tap is left alone.
  if (inbox && fresh && fresh.innerHTML !== inbox.innerHTML) inbox.replaceWith(document.adoptNode(fresh))
}

setInterval(() => {
  if (document.visibilityState === 'visible') void refresh().catch(() => undefined)
}, everyMs)
