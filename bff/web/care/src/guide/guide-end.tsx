import { Icon } from '@mosaic/widgets/tile'
import { useDesk, useTexts } from '../desk-context.tsx'
import { bookWish } from '../queue/book-wish.ts'
import { sendWish } from '../send/send-wish.ts'
import { messages } from './messages.ts'
import type { GuideRun } from './types.ts'
import { useOpenTicket } from './use-guides.ts'
import { isSaid } from './walk.ts'

type GuideEndProps = { run: GuideRun; customer: string; /** Back to a question. */ onAgain: (step: string) => void }

/** What there is to do at an end; whatever else it may be, he can be called back. */
export function GuideEnd({ run, customer, onAgain }: GuideEndProps) {
  const { staff } = useDesk()
  const texts = useTexts(messages)
  const { outcome } = run.step
  const isAction = outcome === 'action'
  const isTicket = outcome === 'ticket'
  const isCall = outcome !== 'solved' && !isAction && !isTicket
  const first = run.trail.find(isSaid)
  return (
    <div className="walk-end">
      {outcome === 'solved' && <p className="desk-muted">{texts.solved}</p>}
      {isAction && <Action run={run} />}
      {isTicket && <Ticket run={run} customer={customer} />}
      {staff.can.includes('callBacks') && (
        <>
          <button
            type="button"
            className={isCall ? 'action action-main' : 'action action-soft'}
            onClick={() => bookWish.make({ topic: run.title.value, run: run.id, line: run.lineId ?? undefined })}
          >
            <Icon name="voice" />
            {outcome === 'solved' ? texts.notSolved : texts.bookCall}
          </button>
          {isCall && <p className="send-caption">{texts.bookNote}</p>}
        </>
      )}
      {first && !run.isReported && (
        <button type="button" className="desk-link" onClick={() => onAgain(first.step)}>
          {texts.again}
        </button>
      )}
    </div>
  )
}

/** He is sent to where it is done, by the part that sends. */
function Action({ run: { target } }: { run: GuideRun }) {
  const texts = useTexts(messages)
  if (!target) return <p className="desk-muted">{texts.unplaced}</p>
  if (target.fits === 'no') return <p className="desk-muted">{texts.notThere(target.title)}</p>
  return (
    <button type="button" className="action action-main" onClick={() => sendWish.make(target)}>
      <Icon name="sms" />
      {texts.sendLink(target.title)}
    </button>
  )
}

function Ticket({ run, customer }: { run: GuideRun; customer: string }) {
  const texts = useTexts(messages)
  const report = useOpenTicket(customer)
  const isUnsure = run.isReported && run.ticket === null
  const hasFailed = !report.isPending && (report.isError || report.data === null || report.data?.status === 'failed')
  return (
    <>
      <div role="status">
        {run.ticket !== null && (
          <p className="walk-reported">
            <Icon name="check" />
            {texts.reported(run.ticket)}
          </p>
        )}
        {isUnsure && !hasFailed && <p className="desk-muted">{texts.reportPending}</p>}
      </div>
      <div role="alert">{hasFailed && <p className="desk-failed">{texts.reportFailed}</p>}</div>
      {run.ticket === null && (
        <>
          <button
            type="button"
            className="action action-main"
            aria-disabled={report.isPending}
            onClick={() => !report.isPending && report.mutate(run.id)}
          >
            <Icon name="mail" />
            {report.isPending ? texts.reporting : texts.report}
          </button>
          <p className="send-caption">{texts.reportNote}</p>
        </>
      )}
    </>
  )
}
