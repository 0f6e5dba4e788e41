import '@fontsource-variable/figtree/wght.css'
import '../../home/src/styles/base.css'
import './styles/desk.css'
import './styles/customer.css'
import './send/send.css'
import './send/sent.css'
import './calls/calls.css'
import './guide/guide.css'
import './styles/seen.css'
import './styles/supervisor.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { failureOf, serverCodeOf } from '../../home/src/api/client.ts'
import { App } from './app.tsx'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What is on the screen while somebody talks must not jump when the window gets the focus: news come by the feed, and by hand.
      staleTime: 5_000,
      // Every look into a customer's data is written down: none is made that nobody asked for.
      refetchOnWindowFocus: false,
      networkMode: 'always',
      refetchOnReconnect: 'always',
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
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
