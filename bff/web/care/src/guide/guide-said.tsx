import { Words } from '@mosaic/widgets/tile'
import { useDesk, useTexts } from '../desk-context.tsx'
import { messages } from './messages.ts'
import type { GuideMark } from './types.ts'

type GuideSaidProps = {
  marks: readonly GuideMark[]
  name: string
  /** Absent where nothing moves any more. */
  onBack: ((step: string) => void) | undefined
}

/** What was answered so far and by whom, with the way back to each. */
export function GuideSaid({ marks, name, onBack }: GuideSaidProps) {
  const { staff, locale } = useDesk()
  const texts = useTexts(messages)
  if (marks.length === 0) return null
  return (
    <div className="walk-said">
      <p className="send-label">{texts.said}</p>
      <ol>
        {marks.map(({ step, title, found, by, agent }, index) => (
          <li key={`${step} ${index}`}>
            <p>
              <Words text={title} locale={locale} />
              <br />
              <strong>{<Words text={found} locale={locale} />}</strong>{' '}
              <small>{by !== 'agent' ? texts.byHim(name) : agent === staff.name ? texts.byMe : texts.byAgent(agent ?? '')}</small>
            </p>
            {onBack && (
              <button type="button" className="desk-link" aria-label={texts.backToSpoken(title.value)} onClick={() => onBack(step)}>
                {texts.backTo}
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
