import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useMessages } from '../../app-context.tsx'
import { checkCode, type Step } from './steps.ts'

type CodeFormProps = {
  claim: string
  isSending: boolean
  /** Absent when no more are sent for now. */
  onSendAgain: (() => void) | undefined
  /** What else came of it than another code being wanted. */
  onStep: (step: Step) => void
}

/** The code that has just been sent to the number of the link, as telephones fill it in by themselves. */
export function CodeForm({ claim, isSending, onSendAgain, onStep }: CodeFormProps) {
  const texts = useMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [isChecking, setIsChecking] = useState(false)
  const [problem, setProblem] = useState('')
  useEffect(() => input.current?.focus(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isChecking) return
    if (!/^\d{4,10}$/.test(code)) return again(texts.proveCodeForm)
    setIsChecking(true)
    setProblem('')
    void checkCode(claim, code).then((step) => {
      setIsChecking(false)
      if (step.status === 'wrong') return again(texts.proveWrong)
      if (step.status === 'over') return again(texts.proveOver)
      onStep(step)
    })
  }
  const again = (word: string) => {
    setProblem(word)
    input.current?.select()
    input.current?.focus()
  }
  return (
    <form className="step-up-code" onSubmit={submit} noValidate>
      <label htmlFor={id}>{texts.proveCode}</label>
      <input
        ref={input}
        id={id}
        value={code}
        onChange={({ target }) => setCode(target.value.replaceAll(/\D/g, '').slice(0, 10))}
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-describedby={`${id}-problem`}
        aria-invalid={problem !== '' || undefined}
      />
      <p id={`${id}-problem`} className="dialog-problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="action action-main action-large" aria-busy={isChecking || undefined}>
        {isChecking && <span className="spinner" aria-hidden="true" />}
        {texts.proveConfirm}
      </button>
      {onSendAgain && (
        <button type="button" className="action action-soft" aria-busy={isSending || undefined} onClick={onSendAgain}>
          {isSending ? texts.proveSending : texts.proveSendAgain}
        </button>
      )}
    </form>
  )
}
