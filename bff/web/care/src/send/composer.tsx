import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { failureOf } from '../../../home/src/api/client.ts'
import { useApp } from '../../../home/src/app-context.tsx'
import { Choice } from '../../../home/src/ui/choice.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import type { Customer, Line } from '../types.ts'
import { Panel } from '../ui/panel.tsx'
import type { Intent } from './intent.ts'
import { messages } from './messages.ts'
import { toneOfSending } from './progress.ts'
import { sendWish } from './send-wish.ts'
import { SmsBubble } from './sms-bubble.tsx'
import { iconOf, TargetField } from './target-field.tsx'
import { TargetParams } from './target-params.tsx'
import type { ParamChoice, TargetChoice } from './types.ts'
import { useSend } from './use-links.ts'
import { useChoices, useSmsPreview } from './use-targets.ts'

type ComposerProps = { customer: Customer; line: Line; /** The talk that is open with him. */ contact: string | undefined }

/** From what the customer says to the SMS: the target, what it is filled in with, the language, and one key to send it. */
export function Composer({ customer, line, contact }: ComposerProps) {
  const texts = useTexts(messages)
  const [target, setTarget] = useState<TargetChoice>()
  const field = useRef<{ focus(): void }>(null)
  const begin = useRef<HTMLDivElement>(null)
  const isPicked = target !== undefined
  sendWish.useHeard((wished) => {
    setTarget(wished)
    // Already open with another, it is where one goes on.
    begin.current?.focus()
  })
  useEffect(() => {
    // Not the button: an Enter that is held a moment too long would send what nobody has read.
    if (isPicked) begin.current?.focus()
  }, [isPicked])
  const leave = () => {
    setTarget(undefined)
    // After it is drawn again.
    requestAnimationFrame(() => field.current?.focus())
  }
  useCtrlEnter(() => field.current?.focus(), !isPicked)
  return (
    <Panel title={texts.title} className="send">
      {target ? (
        <div ref={begin} className="send-compose" role="group" aria-label={target.title} tabIndex={-1}>
          <div className="send-picked">
            <Icon name={iconOf(target)} />
            <strong>{target.title}</strong>
            <button type="button" className="desk-link" onClick={leave}>
              {texts.change}
            </button>
          </div>
          <Compose key={`${target.id} ${line.id}`} customer={customer} line={line} contact={contact} target={target} onLeave={leave} />
        </div>
      ) : (
        <TargetField ref={field} customer={customer.id} line={line.id} onPick={setTarget} />
      )}
    </Panel>
  )
}

function Compose({ customer, line, contact, target, onLeave }: ComposerProps & { target: TargetChoice; onLeave: () => void }) {
  const { staff, say } = useDesk()
  const texts = useTexts(messages)
  const { locales, defaultLocale } = useApp().config.brand
  const [language, setLanguage] = useState<string>(locales.find((locale) => locale === customer.locale) ?? defaultLocale)
  const [choice, setChoice] = useState<ParamChoice>()
  const [hasAgreed, setHasAgreed] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  /** What was missing when it was to be sent all the same. */
  const [missed, setMissed] = useState<string>()
  const choices = useChoices(customer.id, line.id, target)
  const preview = useSmsPreview(target.id, language)
  const send = useSend()
  const canText = staff.can.includes('sms')

  const missing = whatIsMissing()
  // It has come since, or something else is missing: then it is a new attempt.
  if (missed !== undefined && missed !== missing) setMissed(undefined)
  const said = missed ?? refusal
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a low screen the key is pressed without the button in sight.
    if (said !== undefined) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  const isReady = missing === undefined && !send.isPending
  const run = () => {
    if (send.isPending) return
    setRefusal(undefined)
    // Whoever is faster than what loads must not believe that it has left.
    setMissed(missing)
    if (missing !== undefined) return
    const intent: Intent = {
      customer: customer.id,
      line: line.id,
      target: target.id,
      locale: language,
      params: choice ? [{ name: choice.name, value: choice.id }] : [],
      contact: contact ?? null,
      consent: customer.mayBeTexted === null && hasAgreed,
      replaces: null,
    }
    send.mutate(intent, {
      onSuccess: ({ status, message, handOver }) => {
        if (!handOver) {
          setRefusal(message)
          return
        }
        say(message, toneOfSending(status))
        onLeave()
      },
      onError: (error) => setRefusal(failureOf(error) === 'UNREACHABLE' ? texts.unreachable : texts.wrong),
    })
  }
  useCtrlEnter(run)

  return (
    <>
      {target.wants !== null && <TargetParams target={target} choices={choices} chosen={choice} onChoose={setChoice} />}
      {locales.length > 1 && (
        <Choice
          legend={texts.language}
          value={language}
          options={locales.map((value) => ({ value: value as string, label: texts.languages[value] ?? value, lang: value }))}
          onChange={setLanguage}
        />
      )}
      {canText ? <SmsBubble target={target.id} language={language} to={line.msisdn} /> : <p className="desk-muted">{texts.noSms}</p>}
      {customer.mayBeTexted === null && (
        <label className="send-consent">
          <input type="checkbox" checked={hasAgreed} onChange={({ target: box }) => setHasAgreed(box.checked)} />
          <span>{texts.consent}</span>
        </label>
      )}
      {customer.mayBeTexted === false && (
        <p className="desk-failed" role="status">
          {texts.refusesSms}
        </p>
      )}
      <div ref={notice} role="alert">
        {said !== undefined && <p className="desk-failed">{said}</p>}
      </div>
      <button type="button" className="action action-main send-go" aria-disabled={!isReady} aria-keyshortcuts="Control+Enter" onClick={run}>
        <Icon name="sms" />
        {send.isPending ? texts.sending : canText ? texts.send : texts.sendInApp}
        <kbd aria-hidden="true">{texts.keys}</kbd>
      </button>
      {customer.mayBeTexted === null && !hasAgreed && missed !== texts.consentNeeded && (
        <p className="send-caption">{texts.consentNeeded}</p>
      )}
    </>
  )

  /** Why it cannot be sent as it stands, and what to do; nothing when it can. */
  function whatIsMissing(): string | undefined {
    if (customer.mayBeTexted === false || choices.isError) return texts.seeAbove
    if (canText && (preview.isError || preview.data?.isOneSegment === false)) return texts.seeAbove
    if ((target.wants !== null && choices.isPending) || (canText && preview.isPending)) return texts.notLoaded
    if (choices.data?.length && !choice) return texts.choiceNeeded
    if (customer.mayBeTexted === null && !hasAgreed) return texts.consentNeeded
    return undefined
  }
}

/** One key for the whole page: what it does is what comes next. */
function useCtrlEnter(run: () => void, isOn = true): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || document.querySelector('dialog[open]')) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    if (!isOn) return
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [isOn])
}
