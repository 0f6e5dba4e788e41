import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages } from './messages.ts'
import { useSmsPreview } from './use-targets.ts'

/** The SMS as the customer's telephone will show it: sender, text, and how much of one SMS it takes. */
export function SmsBubble({ target, language, to }: { target: string; language: string; to: string }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const { data, isPending, isError, refetch } = useSmsPreview(target, language)
  if (isPending) return <Loading locale={locale} lines={2} />
  if (isError)
    return (
      <FailedLine locale={locale} retry={() => void refetch()}>
        {texts.smsFailed}
      </FailedLine>
    )
  const { from, text, septets, isOneSegment } = data
  return (
    <figure className="send-sms">
      <figcaption className="send-label">{texts.sms}</figcaption>
      <div className="send-bubble">
        <p className="send-from">
          <strong>{from}</strong>{' '}
          <span className="desk-muted">
            <bdi dir="ltr">{texts.to(spacedNumber(to))}</bdi>
          </span>
        </p>
        <p lang={language} className="send-text">
          {text}
        </p>
      </div>
      <p className="send-size" data-tone={isOneSegment ? undefined : 'critical'}>
        {isOneSegment ? texts.smsSize(septets) : texts.smsTooLong(septets)}
      </p>
    </figure>
  )
}
