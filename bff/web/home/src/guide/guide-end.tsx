import { useMessages } from '../app-context.tsx'
import { navigate } from '../ui/navigation.ts'
import type { GuideWalk } from './guide.ts'

type GuideEndProps = { walk: GuideWalk; isBusy: boolean; onCallBack: () => void }

/** What there is to do at an end. Whatever else it may be, somebody can call back. */
export function GuideEnd({ walk: { step, place }, isBusy, onCallBack }: GuideEndProps) {
  const texts = useMessages()
  const isAction = step.outcome === 'action' && place
  const isSolved = step.outcome === 'solved'
  const isCall = !isAction && !isSolved
  return (
    <div className="guide-end">
      {isSolved && <p>{texts.guideSolved}</p>}
      {isAction && (
        <a
          className="action action-main action-large"
          href={place.webPath}
          onClick={(event) => {
            event.preventDefault()
            navigate(place.webPath)
          }}
        >
          {texts.guideDo}
        </a>
      )}
      <button
        type="button"
        className={isCall ? 'action action-main action-large' : 'action'}
        aria-haspopup="dialog"
        aria-busy={isBusy || undefined}
        onClick={onCallBack}
      >
        {isCall ? texts.guideCall : texts.guideNotSolved}
      </button>
      {isCall && <p className="guide-note">{texts.guideCallNote}</p>}
    </div>
  )
}
