import { Icon } from '@mosaic/widgets/tile'
import { useDesk, useTexts } from '../desk-context.tsx'
import { useStuck, useTakeStuck } from '../send/use-stuck.ts'
import { go, places, usePlace } from '../ui/place.ts'
import { messages } from './messages.ts'

/** On every page but his own: a customer who is stuck where this agent has led him, or nobody in person, and whom nobody helps yet. */
export function StuckStrip() {
  const { staff } = useDesk()
  const texts = useTexts(messages)
  const { path } = usePlace()
  const { take, isPending } = useTakeStuck(({ customerId }) => go(places.customer(customerId)))
  const stuck = (useStuck().data ?? []).filter(
    ({ agentId, takenBy, customerId }) =>
      (agentId === null || agentId === staff.id) && takenBy === null && path !== places.customer(customerId),
  )
  return (
    <div role="alert" className="now" hidden={stuck.length === 0}>
      {stuck.map((link) => (
        <div key={link.id} className="call-row" data-state="stuck">
          <Icon name="help" />
          <p>
            <strong>{texts.stuck(link.target)}</strong>{' '}
            <span className="call-more">
              {link.customerName || link.customerId} · {link.code}
            </span>
          </p>
          <button type="button" className="action action-soft" aria-disabled={isPending} onClick={() => take(link)}>
            {texts.take}
          </button>
        </div>
      ))}
    </div>
  )
}
