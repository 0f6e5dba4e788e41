'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useState, type KeyboardEvent } from 'react'
import { texts } from '../../reader/rows.ts'
import { useWords } from '../words/language.ts'
import './texts.css'

/** Several short texts: each is typed and followed by Enter, and taken away again by its button, or from the end by Backspace. */
export const TextsField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled } = useField<string[] | null | undefined>({ path })
  const { words } = useWords()
  const [typed, setTyped] = useState('')
  const all = texts(value)
  const isReadOnly = Boolean(readOnly || disabled)
  const id = `field-${path.replaceAll('.', '__')}`

  const add = (text: string) => {
    const next = [...new Set([...all, ...partsOf(text)])]
    if (next.length > all.length) setValue(next)
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Enter in a form would save it.
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '' && all.length > 0) {
      setValue(all.slice(0, -1))
    }
  }
  return (
    <div className="field-type mosaic-texts">
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="mosaic-texts__box">
        {all.length > 0 && (
          <ul>
            {all.map((text) => (
              <li key={text}>
                {text}
                {!isReadOnly && (
                  <button type="button" aria-label={words.removeText(text)} onClick={() => setValue(all.filter((one) => one !== text))}>
                    ✕
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <input
          id={id}
          type="text"
          value={typed}
          disabled={isReadOnly}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (!pasted.includes('\n')) return
            event.preventDefault()
            add(pasted)
          }}
          // What was typed and not followed by Enter is meant all the same.
          onBlur={() => add(typed)}
        />
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

/** A list that was pasted is one text a line. */
function partsOf(text: string): string[] {
  return text.split('\n').map((part) => part.trim()).filter(Boolean) // prettier-ignore
}
