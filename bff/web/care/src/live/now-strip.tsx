import { CallsStrip } from '../calls/calls-strip.tsx'
import { StuckStrip } from '../calls/stuck-strip.tsx'
import { LiveStrip } from './live-strip.tsx'
import { useNews } from './use-news.ts'

/** Above every page: what happens now, told by the server as it happens. */
export function NowStrip() {
  useNews()
  return (
    <>
      <LiveStrip />
      <CallsStrip />
      <StuckStrip />
    </>
  )
}
