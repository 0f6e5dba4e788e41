import { useEffect, useEffectEvent, useState } from 'react'
import { useMessages } from '../../app-context.tsx'
import { useIsOnline } from '../../device.ts'
import { CodeForm } from './code-form.tsx'
import type { KeptProof } from './proofs.ts'
import type { Returned } from './returned.ts'
import { beginSilently, endSilently, sendCode, type Step } from './steps.ts'

type StepUpProps = {
  claim: string
  /** Where this page was loaded by the network's answer. */
  returned?: Returned | undefined
  /** The network has been asked already. */
  isCodeAlone?: boolean
  onProven: (proof: KeptProof) => void
  onGone: () => void
}

/** The ways to show that one holds the number of a link, besides signing in: the network says so, or a code that is sent to it. */
export function StepUp({ claim, returned, isCodeAlone = false, onProven, onGone }: StepUpProps) {
  const texts = useMessages()
  const isOnline = useIsOnline()
  const hasCode = returned?.code !== undefined
  const [state, setState] = useState<'idle' | 'leaving' | 'checking' | 'sending'>(hasCode ? 'checking' : 'idle')
  /** Ways that have been tried and lead nowhere. */
  const [isSilentOver, setIsSilentOver] = useState(isCodeAlone || (returned !== undefined && !hasCode))
  const [isCodeOver, setIsCodeOver] = useState(false)
  const [isSent, setIsSent] = useState(false)
  const [word, setWord] = useState(returned && !hasCode ? texts.proveNotSilently : '')

  const settle = (step: Step) => {
    setState('idle')
    setWord('')
    switch (step.status) {
      case 'proven':
        return onProven({ ...step.proof, claim })
      case 'gone':
        return onGone()
      case 'go':
        setState('leaving')
        return location.assign(step.location)
      case 'sent':
        return setIsSent(true)
      case 'code':
        setIsSilentOver(true)
        return setWord(texts.proveNotSilently)
      case 'signIn':
        setIsSilentOver(true)
        setIsCodeOver(true)
        return setWord(texts.proveSignIn)
      case 'tooMany':
        setIsCodeOver(true)
        return setWord(texts.proveTooMany)
      default:
        return setWord(step.status === 'lost' && !isOnline ? texts.offlineAction : texts.proveLater)
    }
  }

  const finish = useEffectEvent(() => {
    const code = returned?.code
    if (code !== undefined) void finishOnce(() => endSilently(claim, { state: returned?.state ?? '', code })).then(settle)
  })
  useEffect(() => finish(), [])

  const begin = (busy: 'leaving' | 'sending', ask: () => Promise<Step>) => () => {
    if (state !== 'idle') return
    setState(busy)
    void ask().then(settle)
  }
  const send = begin('sending', () => sendCode(claim))
  if (state === 'checking') {
    return (
      <p className="step-up-checking" role="status">
        <span className="spinner" aria-hidden="true" />
        {texts.proveChecking}
      </p>
    )
  }
  return (
    <>
      <p className="step-up-word" role="status">
        {word}
      </p>
      {isSent ? (
        <CodeForm claim={claim} isSending={state === 'sending'} onSendAgain={isCodeOver ? undefined : send} onStep={settle} />
      ) : (
        <>
          {!isSilentOver && (
            <Way
              label={texts.proveSilently}
              busyLabel={texts.proveLeaving}
              isBusy={state === 'leaving'}
              onClick={begin('leaving', () => beginSilently(claim))}
              isMain
            >
              {texts.proveSilentlyNote}
            </Way>
          )}
          {!isCodeOver && (
            <Way label={texts.proveByCode} busyLabel={texts.proveSending} isBusy={state === 'sending'} onClick={send} isMain={isSilentOver}>
              {texts.proveByCodeNote}
            </Way>
          )}
        </>
      )}
    </>
  )
}

type WayProps = { label: string; busyLabel: string; isBusy: boolean; isMain?: boolean; onClick: () => void; children: string }

function Way({ label, busyLabel, isBusy, isMain = false, onClick, children }: WayProps) {
  return (
    <div className="step-up-way">
      <button
        type="button"
        className={`action action-large ${isMain ? 'action-main' : 'action-soft'}`}
        aria-busy={isBusy || undefined}
        onClick={onClick}
      >
        {isBusy && <span className="spinner" aria-hidden="true" />}
        {isBusy ? busyLabel : label}
      </button>
      <p className="step-up-note">{children}</p>
    </div>
  )
}

/** What the network says is good once: an effect that runs twice (React's strict mode) shares one question. */
let finishing: Promise<Step> | undefined
function finishOnce(finish: () => Promise<Step>): Promise<Step> {
  return (finishing ??= finish())
}
