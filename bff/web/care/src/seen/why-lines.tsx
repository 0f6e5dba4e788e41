import { Icon } from '@mosaic/widgets/tile'
import { useTexts } from '../desk-context.tsx'
import { messages } from './messages.ts'
import type { Why } from './types.ts'
import type { Asked } from './why-dialog.tsx'

type LineProps = { why: Why; onAsk: (asked: Asked) => void }

/** Above the page: the group he is in, and why. */
export function GroupLine({ why, onAsk }: LineProps) {
  const texts = useTexts(messages)
  return (
    <p className="seen-group">
      <span>
        {texts.group}: <strong>{why.cluster.name}</strong>
      </span>
      <button
        type="button"
        className="seen-why"
        aria-haspopup="dialog"
        aria-label={texts.whyGroup}
        onClick={() => onAsk({ kind: 'group', why })}
      >
        <Icon name="help" />
        {texts.why}
      </button>
    </p>
  )
}

/** Below the page: what stands on it for others, and why not for him. */
export function AbsentTiles({ why, onAsk }: LineProps) {
  const texts = useTexts(messages)
  if (why.absent.length === 0) return null
  return (
    <details className="seen-absent">
      <summary>{texts.hidden(why.absent.length)}</summary>
      <ul>
        {why.absent.map((reason) => (
          <li key={reason.contentId}>
            <button
              type="button"
              className="seen-absent-row"
              aria-haspopup="dialog"
              onClick={() => onAsk({ kind: 'tile', title: reason.name, reason })}
            >
              <strong>{reason.name}</strong>
              <span className="desk-muted">
                {texts.because[reason.because]} {reason.sentence}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
