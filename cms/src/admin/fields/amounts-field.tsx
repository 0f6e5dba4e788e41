'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useState } from 'react'
import { useWords } from '../words/language.ts'
import { parseMinor, printMinor } from './minor-units.ts'

/** Several amounts, typed in euros and kept in cents. */
export const AmountsField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled } = useField<number[] | undefined>({ path })
  const { words, language } = useWords()
  const [text, setText] = useState(() => (value ?? []).map((amount) => printMinor(amount, language)).join('; '))
  const isBad = text.trim() !== '' && amountsOf(text) === undefined
  const id = `field-${path.replaceAll('.', '__')}`

  return (
    <div className={`field-type text${isBad ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <input
        id={id}
        type="text"
        value={text}
        disabled={readOnly || disabled}
        aria-invalid={isBad}
        onChange={(event) => {
          setText(event.target.value)
          const amounts = amountsOf(event.target.value)
          if (amounts) setValue(amounts)
        }}
      />
      <p className="field-description">{isBad ? words.amountsBad : words.amountsHint}</p>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

function amountsOf(text: string): number[] | undefined {
  const amounts = text.split(';').filter((part) => part.trim()).map(parseMinor) // prettier-ignore
  return amounts.every((amount) => amount !== undefined && amount > 0) ? (amounts as number[]) : undefined
}
