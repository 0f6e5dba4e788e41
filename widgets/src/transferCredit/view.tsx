import { useId, useRef, useState } from 'react'
import { e164Of, readableNumber } from '../phone-number.ts'
import { toReceiver, type TransferTo } from '../transfer-action.ts'
import type { ActionView } from '../view-model.ts'
import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { TransferCreditPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

const asks = { it: 'A chi?', en: 'To whom?' }
/** The choice that is no line. */
const others = ''

/** Whom to send credit to, then how much: a tap on an amount asks, a second one sends it. */
export function View({ widget, payload, runAction, ...props }: WidgetViewProps<TransferCreditPayload>) {
  const { lineText, creditText, body, costText, receivers, toOthers, amounts, shortText } = payload
  const [chosen, setChosen] = useState<string>()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const [id, name] = [useId(), useId()]
  const options = [
    ...receivers.map(({ lineId, numberText }) => ({ value: lineId, text: numberText })),
    ...(toOthers ? [{ value: others, text: toOthers.label }] : []),
  ]
  // A line may be gone when the tile is drawn anew.
  const to = options.find(({ value }) => value === chosen) ?? options[0]
  const isTyped = to?.value === others

  const receiver = (): TransferTo | undefined => {
    if (!to || !isTyped) return to && { variable: 'receiverLineId', value: to.value, text: to.text }
    const number = e164Of(typed, toOthers?.countryCode)
    if (number === undefined) return undefined
    return { variable: 'receiverNumber', value: number, text: readableNumber(number, toOthers?.countryCode) }
  }
  const send = (action: ActionView) => {
    const found = receiver()
    setIsWrong(!found)
    if (found) runAction(toReceiver(action, found))
    else input.current?.focus()
  }

  return (
    <div className="tile-fill">
      {widget.title && (
        <TileHeader icon="wallet" title={widget.title} locale={props.locale} end={creditText && <Pill>{creditText}</Pill>} />
      )}
      <p className="tile-body">{body ? <Words text={body} locale={props.locale} /> : lineText}</p>
      {shortText ? (
        <p className="tile-body">{shortText}</p>
      ) : (
        <>
          {options.length > 1 && (
            <fieldset className="transfer-to">
              <legend>{asks[props.locale]}</legend>
              {options.map(({ value, text }) => (
                <label key={value} className="transfer-choice">
                  <input type="radio" name={name} value={value} checked={value === to?.value} onChange={() => setChosen(value)} />
                  <span>{text}</span>
                </label>
              ))}
            </fieldset>
          )}
          {options.length === 1 && !isTyped && (
            <p className="tile-body">
              {asks[props.locale]} {to?.text}
            </p>
          )}
          {toOthers && isTyped && (
            <div className="transfer-number">
              <label htmlFor={id}>{toOthers.fieldLabel}</label>
              <input
                id={id}
                ref={input}
                type="tel"
                inputMode="tel"
                autoComplete="off"
                maxLength={30}
                value={typed}
                aria-invalid={isWrong || undefined}
                aria-describedby={`${id}-hint`}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setIsWrong(false)
                }}
              />
              <p id={`${id}-hint`} className="transfer-hint" role={isWrong ? 'alert' : undefined}>
                {isWrong ? toOthers.invalidText : toOthers.hint}
              </p>
            </div>
          )}
          <div className="amounts">
            {amounts.map(({ action }) => (
              <ActionButton key={action.id} action={action} look="soft" runAction={send} {...props} />
            ))}
          </div>
        </>
      )}
      <p className="transfer-hint">{costText}</p>
      {widget.action && (
        <div className="action-row">
          <ActionButton action={widget.action} look="link" runAction={runAction} {...props} />
        </div>
      )}
    </div>
  )
}
