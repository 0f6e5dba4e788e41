import { Icon } from '@mosaic/widgets/tile'
import { useNow } from '../../../home/src/device.ts'
import { useTexts } from '../desk-context.tsx'
import { shownState } from '../send/progress.ts'
import { take, useIsTaken } from '../send/taken.ts'
import { useMyLinks } from '../send/use-links.ts'
import { go, places, usePlace } from '../ui/place.ts'
import { messages } from './messages.ts'

/** On every page but his own: a customer who was sent somewhere by this agent and is stuck there. */
export function StuckStrip() {
  const texts = useTexts(messages)
  const { path } = usePlace()
  const now = useNow(5_000)
  const isTaken = useIsTaken()
  const stuck = (useMyLinks().data ?? []).filter(
    (link) => shownState(link, now) === 'stuck' && link.wants !== 'callBack' && path !== places.customer(link.customerId) && !isTaken(link),
  )
  return (
    <div role="alert" className="now" hidden={stuck.length === 0}>
      {stuck.map((link) => (
        <div key={link.id} className="call-row" data-state="stuck">
          <Icon name="help" />
          <p>
            <strong>{texts.stuck(link.target)}</strong>{' '}
            <span className="call-more">
              {link.customerId} · {link.code}
            </span>
          </p>
          <button
            type="button"
            className="action action-soft"
            onClick={() => {
              take(link)
              go(places.customer(link.customerId))
            }}
          >
            {texts.take}
          </button>
        </div>
      ))}
    </div>
  )
}
