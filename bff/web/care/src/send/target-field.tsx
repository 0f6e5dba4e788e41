import { useEffect, useEffectEvent, useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useDesk, useTexts } from '../desk-context.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages } from './messages.ts'
import type { TargetChoice } from './types.ts'
import { useTargets } from './use-targets.ts'

type TargetFieldProps = {
  customer: string
  line: string | undefined
  onPick: (target: TargetChoice) => void
  /** To put the focus into it. */
  ref: Ref<{ focus(): void }>
}

/** Finds a place of the app by what the customer says. What is used most stands below from the start; the arrows choose, Enter picks. */
export function TargetField({ customer, line, onPick, ref }: TargetFieldProps) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }))
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  /** Enter was pressed before the answer to what is typed was there. */
  const awaited = useRef<string>(undefined)
  const { data, isPending, isError, isCurrent, text, refetch } = useTargets(customer, line, typed)
  const targets = data ?? []
  const chosen = Math.min(active, targets.length - 1)

  const pickAwaited = useEffectEvent(([first]: readonly TargetChoice[]) => {
    const isAwaited = awaited.current === typed
    awaited.current = undefined
    if (isAwaited && first && mayBePicked(first)) onPick(first)
  })
  useEffect(() => {
    if (isCurrent && data) pickAwaited(data)
  }, [isCurrent, data])

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && targets.length > 0) {
      event.preventDefault()
      const next = (chosen + step + targets.length) % targets.length
      setActive(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const target = targets[chosen]
      if (!isCurrent) awaited.current = typed
      else if (target && mayBePicked(target)) onPick(target)
    }
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
    }
  }

  return (
    <div className="send-find">
      <label className="send-label" htmlFor={id}>
        {texts.field}
      </label>
      <div className="search send-search">
        <Icon name="search" />
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          maxLength={100}
          aria-expanded={targets.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={targets.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder={texts.fieldHint}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setActive(0)
          }}
          onKeyDown={press}
        />
        {!isCurrent && !isPending && <span className="spinner" aria-hidden="true" />}
      </div>
      <p className={text === '' && targets.length > 0 ? 'send-caption' : 'visually-hidden'} role="status">
        {isCurrent && targets.length > 0 && (text === '' ? texts.mostUsed : texts.found(targets.length))}
      </p>
      {isPending && <Loading locale={locale} />}
      {isError && (
        <FailedLine locale={locale} retry={() => void refetch()}>
          {texts.failed}
        </FailedLine>
      )}
      {data && targets.length === 0 && (
        <div className="send-none" role="status">
          <strong>{text === '' ? texts.noTargets : texts.none}</strong>
          {text !== '' && <p className="desk-muted">{texts.noneBody}</p>}
        </div>
      )}
      <div id={`${id}-list`} className="send-targets" role="listbox" aria-label={texts.title} hidden={targets.length === 0}>
        {targets.map((target, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are pressed in the field, which keeps the focus
          <div
            key={target.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={!mayBePicked(target) || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mayBePicked(target) && onPick(target)}
          >
            <Icon name={iconOf(target)} />
            <span className="send-target-title">{target.title}</span>
            {target.fits !== 'yes' && <span className="desk-muted">{target.fits === 'no' ? texts.notForHim : texts.maybeForHim}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}

/** A place that he would not see is a dead end. */
function mayBePicked({ fits }: TargetChoice): boolean {
  return fits !== 'no'
}

const icons: Readonly<Record<string, Parameters<typeof Icon>[0]['name']>> = {
  bill: 'bill',
  option: 'star',
  payment: 'wallet',
  step: 'help',
  surface: 'smartphone',
  widget: 'smartphone',
}

export function iconOf({ opens }: Pick<TargetChoice, 'opens'>) {
  return icons[opens] ?? 'smartphone'
}
