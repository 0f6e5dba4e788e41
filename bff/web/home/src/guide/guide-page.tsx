import { useEffect, useRef, useState } from 'react'
import { Icon, Words } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { CallBackDialog } from '../call-back/call-back-dialog.tsx'
import { useIsOnline } from '../device.ts'
import { useHelp } from '../hand-over/help-context.ts'
import { Page } from '../ui/page.tsx'
import { NotFoundPage, StateCard } from '../ui/state-page.tsx'
import { checkedSince, isTicketEnd, questionBefore, stepNumber, type GuideMark, type GuideWalk } from './guide.ts'
import { GuideEnd } from './guide-end.tsx'
import { GuidePicture } from './guide-picture.tsx'
import { GuideQuestion } from './guide-question.tsx'
import { GuideTicket } from './guide-ticket.tsx'
import { GuideTogether } from './guide-together.tsx'
import { useGuide } from './use-guide.ts'

type GuidePageProps = { guide: string; withToken: WithToken }

/** A guide, one question a screen: what was looked up by itself is said, going back loses no answer, and at the end there is something to do. */
export function GuidePage({ guide, withToken }: GuidePageProps) {
  const texts = useMessages()
  const isOnline = useIsOnline()
  const { locale } = useApp()
  const handOver = useHelp()?.current
  const { asked, walk, own, sending, problem, say, beginAnew } = useGuide(guide, withToken)
  const [callBack, setCallBack] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string>(undefined)

  // Another question begins at its beginning, also for those who listen; the first one does not take the focus.
  const stepId = walk?.step.id
  useEffect(() => {
    if (stepId === undefined) return
    if (shown.current !== undefined && shown.current !== stepId) {
      scrollTo(0, 0)
      heading.current?.focus()
    }
    shown.current = stepId
  }, [stepId])
  if (walk === null) return <NotFoundPage />

  const isTicket = walk !== undefined && isTicketEnd(walk)
  const back = walk && !walk.ticket ? questionBefore(walk) : undefined
  const askForCall = async () => {
    // Whoever calls is to know what was found out, also where nothing was asked.
    const begun = walk?.run ? walk : await say({})
    if (begun?.run) setCallBack(begun.run)
  }
  const trouble = problem === 'offline' ? texts.guideOffline : problem === 'unsent' ? texts.guideNotSent : undefined
  return (
    <Page title={walk && <Words text={walk.title} locale={locale} />} back={{ label: texts.home, path: '/' }} isBusy={asked.isPending}>
      {walk && (
        <section className="guide" aria-labelledby="guide-step">
          <GuideTogether walk={walk} own={own} />
          {walk.step.kind === 'question' && <p className="guide-count">{texts.guideStep(stepNumber(walk))}</p>}
          {!isTicket && <Checked marks={checkedSince(walk)} />}
          <h2 id="guide-step" ref={heading} tabIndex={-1}>
            <Words text={walk.step.title} locale={locale} />
          </h2>
          {walk.step.text && (
            <p className="guide-text">
              <Words text={walk.step.text} locale={locale} />
            </p>
          )}
          {walk.step.image && <GuidePicture key={`${walk.step.image.url} ${isOnline}`} image={walk.step.image} />}
          {isTicket ? (
            <GuideTicket
              walk={walk}
              withToken={withToken}
              begin={async () => walk.run ?? (await say({}))?.run ?? undefined}
              look={() => asked.refetch()}
              onCallBack={() => void askForCall()}
            />
          ) : walk.step.kind === 'question' ? (
            <GuideQuestion step={walk.step} sending={sending} onAnswer={(answer) => void say({ step: walk.step.id, answer })} />
          ) : (
            <GuideEnd walk={walk} isBusy={sending !== undefined} onCallBack={() => void askForCall()} />
          )}
          <p className="dialog-problem" role="alert">
            {trouble ?? (own?.step.id === walk.step.id ? own.message?.value : undefined)}
          </p>
          {back !== undefined && (
            <button
              type="button"
              className="action guide-back"
              aria-busy={sending?.backTo !== undefined || undefined}
              onClick={() => void say({ backTo: back })}
            >
              <Icon name="chevron" className="icon-directed icon-back" />
              {texts.guideBack}
            </button>
          )}
          {(walk.ticket || walk.step.kind !== 'question') && (
            <Said walk={walk} onAgain={(first) => (walk.ticket ? beginAnew() : void say({ backTo: first }))} />
          )}
        </section>
      )}
      <p className="visually-hidden" role="status">
        {asked.isPending || sending ? texts.guideLoading : ''}
      </p>
      {!walk && asked.isError && (
        <StateCard
          icon={isOnline ? 'warning' : 'offline'}
          title={isOnline ? texts.guideErrorTitle : texts.offlineTitle}
          body={isOnline ? texts.guideErrorBody : texts.guideOfflineBody}
          action={{ label: texts.retry, run: () => void asked.refetch(), isBusy: asked.isFetching }}
        />
      )}
      {callBack !== undefined && walk && (
        <CallBackDialog
          about={walk.title.value}
          handOver={handOver?.place.guide === guide ? handOver.id : undefined}
          run={callBack}
          draft={`guide.${callBack}`}
          withToken={withToken}
          onClose={() => setCallBack(undefined)}
        />
      )}
    </Page>
  )
}

function Checked({ marks }: { marks: readonly GuideMark[] }) {
  const { locale } = useApp()
  const texts = useMessages()
  if (marks.length === 0) return undefined
  return (
    <div className="guide-checked">
      <p>{texts.guideChecked}</p>
      <ul>
        {marks.map(({ step, title, found }) => (
          <li key={step}>
            <Words text={title} locale={locale} /> <strong>{<Words text={found} locale={locale} />}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** At an end, all that has been said, and the way to the beginning. */
function Said({ walk, onAgain }: { walk: GuideWalk; onAgain: (first: string) => void }) {
  const { locale } = useApp()
  const texts = useMessages()
  const said = walk.trail.filter(({ kind }) => kind !== 'check')
  const [first] = said
  if (!first) return undefined
  return (
    <>
      {!isTicketEnd(walk) && (
        <details className="guide-said">
          <summary>{texts.guideSaid}</summary>
          <dl>
            {said.map(({ step, title, found, helper }) => (
              <div key={step}>
                <dt>
                  <Words text={title} locale={locale} />
                </dt>
                <dd>
                  <Words text={found} locale={locale} />
                  {helper && <small>{texts.guideEnteredBy(helper)}</small>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <button type="button" className="action" onClick={() => onAgain(first.step)}>
        {texts.guideAgain}
      </button>
    </>
  )
}
