import { useId, useState, type KeyboardEvent } from 'react'
import { Icon, Words } from '@mosaic/widgets/tile'
import { serverCodeOf } from '../../../home/src/api/client.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages } from './messages.ts'
import type { GuideChoice } from './types.ts'
import { useGuides, useWalk } from './use-guides.ts'

type GuideFinderProps = {
  customer: string
  line: string | undefined
  /** Told the walk that has been begun. */
  onStarted: (run: string) => void
  onLeave: () => void
}

/** Finds a guide by what the customer says; what is about him stands first, with what has been found out already. */
export function GuideFinder({ customer, line, onStarted, onLeave }: GuideFinderProps) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const id = useId()
  const [typed, setTyped] = useState('')
  const guides = useGuides(customer, line, typed)
  const start = useWalk(customer)
  const begin = (guide: GuideChoice) => {
    if (start.isPending) return
    start.mutate({ type: 'start', guide: guide.id, line }, { onSuccess: (run) => run && onStarted(run.id) })
  }
  const press = (event: KeyboardEvent) => {
    const [first] = guides.data ?? []
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && guides.isCurrent && first) begin(first)
    if (event.key !== 'Escape') return
    if (typed === '') onLeave()
    else setTyped('')
  }
  const found = guides.data ?? []
  const problem = serverCodeOf(start.error) === 'TOO_MANY' ? texts.enough : texts.wrong
  return (
    <div className="send-find">
      <label className="send-label" htmlFor={id}>
        {texts.field}
      </label>
      <div className="search send-search">
        <Icon name="search" />
        <input
          id={id}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the agent has just asked for this field
          autoFocus
          type="text"
          autoComplete="off"
          maxLength={100}
          placeholder={texts.fieldHint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={press}
        />
        {(start.isPending || (!guides.isCurrent && !guides.isPending)) && <span className="spinner" aria-hidden="true" />}
      </div>
      <p className="visually-hidden" role="status">
        {start.isPending ? texts.starting : guides.isCurrent && found.length > 0 ? texts.found(found.length) : ''}
      </p>
      {guides.isPending && <Loading locale={locale} />}
      {guides.isError && (
        <FailedLine locale={locale} retry={() => void guides.refetch()}>
          {texts.failed}
        </FailedLine>
      )}
      {guides.data && found.length === 0 && (
        <div className="send-none" role="status">
          <strong>{guides.text === '' ? texts.noGuides : texts.none}</strong>
          {guides.text !== '' && <p className="desk-muted">{texts.noneBody}</p>}
        </div>
      )}
      <div role="alert">{start.isError && <p className="desk-failed">{problem}</p>}</div>
      <ul className="walk-choices">
        {found.map((guide) => (
          <li key={guide.id}>
            <button type="button" className="walk-answer" aria-disabled={start.isPending} onClick={() => begin(guide)}>
              <span>
                <strong>{guide.title}</strong>
                <Fit guide={guide} />
              </span>
              <Icon name="chevron" className="icon-directed" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Fit({ guide: { fits, found } }: { guide: GuideChoice }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  if (fits !== 'yes') return fits === 'no' && <small>{texts.notForHim}</small>
  const last = found.at(-1)
  return (
    <small data-tone="positive">
      {texts.forHim}
      {last && (
        <>
          {' · '}
          <Words text={last.title} locale={locale} /> {<Words text={last.found} locale={locale} />}
        </>
      )}
    </small>
  )
}
