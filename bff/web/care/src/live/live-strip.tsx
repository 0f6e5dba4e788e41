import { useIsOnline } from '../../../home/src/device.ts'
import { useTexts } from '../desk-context.tsx'
import { messages } from './messages.ts'
import { useLiveState } from './use-news.ts'

/** Says when the desk does not hear what happens; without network the frame says it already. */
export function LiveStrip() {
  const texts = useTexts(messages)
  const state = useLiveState()
  const isOnline = useIsOnline()
  return <div role="status">{state === 'lost' && isOnline && <p className="status-banner desk-offline">{texts.lost}</p>}</div>
}
