'use client'
import type { Attribute, Span } from '@mosaic/schemas/rules'
import { useState } from 'react'
import { parseMinor, printMinor } from '../fields/minor-units.ts'
import type { RuleWords } from '../words/rule-words.ts'

type Common = { disabled: boolean; words: RuleWords; language: 'it' | 'en'; value: unknown; onChange: (value: unknown) => void }

/** "30 days": the span of a relative date. */
export function SpanInput({ value, onChange, disabled, words }: Common) {
  const span = isSpan(value) ? value : { amount: 30, unit: 'days' as const }
  return (
    <>
      <input
        type="number"
        min={0}
        step={1}
        aria-label={words.amount}
        className="mosaic-rule__amount"
        disabled={disabled}
        value={Number.isNaN(span.amount) ? '' : span.amount}
        onChange={(event) => onChange({ ...span, amount: event.target.valueAsNumber })}
      />
      <select
        aria-label={words.unit}
        disabled={disabled}
        value={span.unit}
        onChange={(event) => onChange({ ...span, unit: event.target.value })}
      >
        {(['hours', 'days', 'months'] as const).map((unit) => (
          <option key={unit} value={unit}>
            {words.units[unit]}
          </option>
        ))}
      </select>
    </>
  )
}

/** One of the attribute's values; yes or no. */
export function ChoiceInput({ attribute, value, onChange, disabled, words, language }: Common & { attribute: Attribute }) {
  if (attribute.type === 'boolean') {
    return (
      <select
        aria-label={words.value}
        disabled={disabled}
        value={String(value)}
        onChange={(event) => onChange(event.target.value === 'true')}
      >
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </select>
    )
  }
  return (
    <select
      aria-label={words.value}
      disabled={disabled}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" disabled>
        {words.chooseValue}
      </option>
      {attribute.options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label[language]}
        </option>
      ))}
    </select>
  )
}

/** Several of the attribute's values, as toggles; of an attribute without a closed list, typed with commas between. */
export function ListInput({ attribute, value, onChange, disabled, words, language }: Common & { attribute: Attribute }) {
  const chosen: unknown[] = Array.isArray(value) ? value : []
  const [text, setText] = useState(() => chosen.join(', '))
  if (!attribute.options) {
    return (
      <input
        type="text"
        aria-label={words.value}
        placeholder={words.listHint}
        disabled={disabled}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          onChange(event.target.value.split(',').map((part) => part.trim()).filter(Boolean)) // prettier-ignore
        }}
      />
    )
  }
  return (
    <span role="group" aria-label={words.value} className="mosaic-rule__toggles">
      {attribute.options.map((option) => {
        const isChosen = chosen.includes(option.value)
        return (
          <button
            key={option.value}
            type="button"
            aria-pressed={isChosen}
            disabled={disabled}
            onClick={() => onChange(isChosen ? chosen.filter((other) => other !== option.value) : [...chosen, option.value])}
          >
            {option.label[language]}
          </button>
        )
      })}
    </span>
  )
}

/** One value of the attribute's type: text, number, money, day, time of day. */
export function TypedInput({ attribute, label, value, onChange, disabled, language }: Common & { attribute: Attribute; label: string }) {
  const common = { 'aria-label': label, disabled }
  switch (attribute.type) {
    case 'number':
      return (
        <>
          <input
            {...common}
            type="number"
            step="any"
            value={typeof value === 'number' ? value : ''}
            onChange={(event) => onChange(Number.isNaN(event.target.valueAsNumber) ? '' : event.target.valueAsNumber)}
          />
          {attribute.unit && <span>{attribute.unit[language]}</span>}
        </>
      )
    case 'money':
      return <MoneyInput {...common} value={value} onChange={onChange} language={language} />
    case 'date':
      return (
        <input
          {...common}
          type="date"
          value={typeof value === 'string' ? value.slice(0, 10) : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'time':
      return (
        <input {...common} type="time" value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
      )
    default:
      return (
        <input {...common} type="text" value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
      )
  }
}

/** Typed in euros, kept in cents; what is half typed stays as typed. */
function MoneyInput({
  value,
  onChange,
  language,
  ...rest
}: Pick<Common, 'value' | 'onChange' | 'language' | 'disabled'> & { 'aria-label': string }) {
  const [text, setText] = useState(() => printMinor(value, language))
  return (
    <>
      <input
        {...rest}
        type="text"
        inputMode="decimal"
        className="mosaic-rule__amount"
        value={parseMinor(text) === value ? text : printMinor(value, language) || text}
        onChange={(event) => {
          setText(event.target.value)
          onChange(parseMinor(event.target.value) ?? '')
        }}
      />
      <span>€</span>
    </>
  )
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value
}
