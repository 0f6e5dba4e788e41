import { useEffect, useRef, useState } from 'react'
import { ageText, Icon, Words } from '@mosaic/widgets/tile'
import { useNow } from '../../../home/src/device.ts'
import { stepNumber } from '../../../home/src/guide/guide.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import type { CustomerPartProps } from '../slots.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine } from '../ui/states.tsx'
import { GuideFinder } from './guide-finder.tsx'
import { GuideWalk } from './guide-walk.tsx'
import { messages } from './messages.ts'
import type { GuideRun } from './types.ts'
import { useGuideRuns, useWalk } from './use-guides.ts'
import { isOver, mineOf } from './walk.ts'

/** What is open: the search, one walk, or, once somebody has closed it, nothing; undefined until he has said. */
type Opened = 'find' | 'nothing' | { run: string } | undefined

/** Beside the customer: the guide he is in, taken up where he is; or another one, walked together. */
export function GuidePanel({ customer, line }: CustomerPartProps) {
  const { staff, locale } = useDesk()
  const texts = useTexts(messages)
  const isOn = staff.roles.includes('agent') && staff.can.includes('guides')
  const runs = useGuideRuns(customer.id, isOn)
  const [opened, setOpened] = useState<Opened>()
  const begin = useRef<HTMLButtonElement>(null)
  const hasLeft = useRef(false)
  useEffect(() => {
    // Whoever goes by keyboard is where he was before.
    if (opened === 'nothing' && hasLeft.current) begin.current?.focus()
    hasLeft.current = false
  }, [opened])
  if (!isOn) return null
  const all = runs.data ?? []
  // A page that is loaded anew goes on with what this agent is walking.
  const open = typeof opened === 'object' ? all.find(({ id }) => id === opened.run) : opened === undefined ? mineOf(all) : undefined
  const leave = () => {
    hasLeft.current = true
    setOpened('nothing')
  }
  if (open) return <GuideWalk key={open.id} run={open} customer={customer} isAskedFor={typeof opened === 'object'} onLeave={leave} />
  if (opened === 'find')
    return (
      <Panel
        title={texts.title}
        aside={
          <button type="button" className="desk-link" onClick={leave}>
            {texts.leave}
          </button>
        }
      >
        <GuideFinder customer={customer.id} line={line?.id} onStarted={(run) => setOpened({ run })} onLeave={leave} />
      </Panel>
    )
  const [last] = all
  return (
    <>
      {runs.isError && (
        <FailedLine locale={locale} retry={() => void runs.refetch()}>
          {texts.runsFailed}
        </FailedLine>
      )}
      {last && <Lately run={last} customer={customer} onOpen={() => setOpened({ run: last.id })} />}
      <button ref={begin} type="button" className="action action-soft" onClick={() => setOpened('find')}>
        <Icon name="help" />
        {last ? texts.another : texts.begin}
      </button>
    </>
  )
}

type LatelyProps = Pick<CustomerPartProps, 'customer'> & { run: GuideRun; onOpen: () => void }

/** What he has walked lately, and one key to be there with him. */
function Lately({ run, customer, onOpen }: LatelyProps) {
  const { locale, say } = useDesk()
  const texts = useTexts(messages)
  const now = useNow()
  const join = useWalk(customer.id)
  const isEnded = isOver(run)
  const last = run.trail.findLast(({ kind }) => kind !== 'check')
  const take = () => {
    if (join.isPending) return
    // What has ended is only looked at.
    if (isEnded) return onOpen()
    join.mutate(
      { type: 'start', guide: run.guide, line: run.lineId ?? undefined },
      { onSuccess: onOpen, onError: () => say(texts.wrong, 'critical') },
    )
  }
  const details = [ageText(run.at, now, locale), run.helper !== null && !run.isMine && texts.with(run.helper)].filter(Boolean)
  return (
    <section className="talk walk-lately" data-over={isEnded || undefined} aria-label={texts.title}>
      <div className="talk-head" role="status">
        <Icon name="help" />
        <p>
          <strong>
            {isEnded ? texts.ended(customer.name, run.title.value) : texts.at(customer.name, stepNumber(run), run.title.value)}
          </strong>
          <span className="talk-when">{details.join(' · ')}</span>
        </p>
      </div>
      {last && (
        <p className="desk-muted">
          <Words text={last.title} locale={locale} /> <strong>{<Words text={last.found} locale={locale} />}</strong>
        </p>
      )}
      <button type="button" className="action action-soft" aria-disabled={join.isPending} onClick={take}>
        {join.isPending ? texts.starting : isEnded ? texts.see : texts.join}
      </button>
    </section>
  )
}
