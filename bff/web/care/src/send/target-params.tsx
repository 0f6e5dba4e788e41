import { useEffectEvent, useEffect, useId } from 'react'
import { useDesk, useTexts } from '../desk-context.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages } from './messages.ts'
import type { ParamChoice, TargetChoice } from './types.ts'
import type { useChoices } from './use-targets.ts'

/** More than these would push the SMS out of sight. */
const mostInSight = 3

type TargetParamsProps = {
  target: TargetChoice
  choices: ReturnType<typeof useChoices>
  chosen: ParamChoice | undefined
  onChoose: (choice: ParamChoice | undefined) => void
}

/** What of his the target is about: which bill, which option. The newest bill, or the only choice there is, is chosen already. */
export function TargetParams({ target, choices: { data, isPending, isError, refetch }, chosen, onChoose }: TargetParamsProps) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const name = useId()
  const begin = useEffectEvent((choices: readonly ParamChoice[]) => {
    const [first, second] = choices
    onChoose(target.wants === 'bill' || !second ? first : undefined)
  })
  useEffect(() => {
    if (data) begin(data)
  }, [data])
  if (isPending) return <Loading locale={locale} lines={2} />
  if (isError)
    return (
      <FailedLine locale={locale} retry={() => void refetch()}>
        {texts.choicesFailed}
      </FailedLine>
    )
  if (data.length === 0) return <p className="desk-muted">{texts.noChoices}</p>
  const legend = texts.choose[target.wants ?? ''] ?? texts.chooseOther
  if (data.length > mostInSight)
    return (
      <label className="desk-field">
        {legend}
        <select value={chosen?.id ?? ''} onChange={({ target: select }) => onChoose(data.find(({ id }) => id === select.value))}>
          {!chosen && <option value="">{texts.chooseOne}</option>}
          {data.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
    )
  return (
    <fieldset className="send-choices">
      <legend className="send-label">{legend}</legend>
      <div>
        {data.map((choice) => (
          <label key={choice.id} className="send-choice">
            <input type="radio" name={name} checked={choice.id === chosen?.id} onChange={() => onChoose(choice)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
