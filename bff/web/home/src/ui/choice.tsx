import { useId } from 'react'

type ChoiceProps<V extends string> = {
  legend: string
  value: V
  options: readonly { value: V; label: string; lang?: string }[]
  onChange: (value: V) => void
  isQuiet?: boolean
}

/** One of a few, all in sight: radio buttons in the shape of a segmented control. */
export function Choice<V extends string>({ legend, value, options, onChange, isQuiet = false }: ChoiceProps<V>) {
  const name = useId()
  return (
    <fieldset className={isQuiet ? 'choice choice-quiet' : 'choice'}>
      <legend>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
