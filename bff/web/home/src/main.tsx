import '@fontsource-variable/figtree/wght.css'
import './styles/base.css'
import { QueryClient, QueryClientProvider, focusManager, onlineManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { failureOf, serverCodeOf } from './api/client.ts'
import { App } from './app.tsx'
import { callbackPath } from './auth/use-session.ts'
import { createKept } from './hand-over/kept.ts'
import { takeToken } from './hand-over/link.ts'
import { createProofs } from './hand-over/step-up/proofs.ts'
import { takeReturned } from './hand-over/step-up/returned.ts'
import { registerServiceWorker } from './pwa.ts'

// Before anything else looks at the address.
const linkToken = takeToken(location, history)
const returned = takeReturned(location, history)
// A link that is opened now is meant, not the one before.
if (linkToken !== undefined) createKept(sessionStorage).forgetOpenedLink()
// Nor is somebody a guest who opens another, or has signed in.
if (linkToken !== undefined || location.pathname === callbackPath) createProofs(sessionStorage).forget()

// Coming back to the app is a reason to look again: also to a window that never was hidden, which visibility alone would miss.
focusManager.setEventListener((notify) => {
  const look = () => notify()
  addEventListener('visibilitychange', look)
  addEventListener('focus', look)
  return () => {
    removeEventListener('visibilitychange', look)
    removeEventListener('focus', look)
  }
})

// It believes in the network until told otherwise: an app opened offline would then miss the moment the network comes.
onlineManager.setOnline(navigator.onLine)

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Focus, visibility and network often return together: within this time they are one refresh, in milliseconds.
      staleTime: 1_500,
      // Even without network: the answer is then the copy on this device.
      networkMode: 'always',
      refetchOnReconnect: 'always',
      // Once, and only what may pass: an answer like LINE_NOT_FOUND will be the same again.
      retry: (count, error) =>
        count < 1 && failureOf(error) === 'SERVER' && [undefined, 'INTERNAL_SERVER_ERROR'].includes(serverCodeOf(error)),
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App linkToken={linkToken} returned={returned} />
    </QueryClientProvider>
  </StrictMode>,
)
registerServiceWorker()
