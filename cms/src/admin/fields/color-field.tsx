'use client'
import { FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useWords } from '../words/language.ts'
import { backgroundOf, contrastRatio } from './contrast.ts'
import './color.css'

const enough = 4.5

/** One colour of a palette: a swatch to pick from, its code, and for a text colour how well it reads on what it stands on. */
export const ColorField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled, showError } = useField<string | undefined>({ path })
  const { words, language } = useWords()
  const token = path.slice(path.lastIndexOf('.') + 1)
  const background = backgroundOf(token)
  const backgroundPath = path.slice(0, -token.length) + background
  const behind = useFormFields(([fields]) => (background ? fields[backgroundPath]?.value : undefined))
  const ratio = background ? contrastRatio(value, behind) : undefined
  const id = `field-${path.replaceAll('.', '__')}`
  const label = typeof field.label === 'string' ? field.label : token

  return (
    <div className={`field-type text mosaic-color${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="mosaic-color__row">
        <FieldError path={path} showError={showError} />
        <input
          type="color"
          aria-label={words.pickColor(label)}
          value={value && /^#[0-9a-f]{6}$/i.test(value) ? value : '#000000'}
          disabled={readOnly || disabled}
          onChange={(event) => setValue(event.target.value)}
        />
        <input
          id={id}
          type="text"
          spellCheck={false}
          maxLength={7}
          value={value ?? ''}
          disabled={readOnly || disabled}
          onChange={(event) => setValue(event.target.value)}
        />
        {ratio !== undefined && (
          <span className="mosaic-color__contrast" data-low={ratio < enough}>
            <span className="mosaic-color__sample" style={{ color: value, background: String(behind) }} aria-hidden>
              Aa
            </span>
            {words.contrast(ratio.toLocaleString(language, { maximumFractionDigits: 1 }))}
            {ratio < enough && <strong>{words.contrastLow}</strong>}
          </span>
        )}
      </div>
    </div>
  )
}
