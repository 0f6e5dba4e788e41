'use client'
import { FieldDescription, TextareaInput, useConfig, useDocumentInfo, useField, useFormFields, useLocale } from '@payloadcms/ui'
import { locales, type Locale } from '@mosaic/schemas/text'
import { segmentSeptets } from '@mosaic/schemas/sms'
import type { TextareaFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'
import { textOf, withoutEmpty, type Row } from '../../reader/rows.ts'
import { useWords } from '../words/language.ts'
import { mended, smsState } from './sms-state.ts'
import { useBrandCare } from './use-brand-care.ts'
import { targetWords, type TargetWords } from './words.ts'
import './target.css'

/** The SMS of a target, drawn as it arrives while it is written: how long it is, and what it cannot carry. */
export const SmsField: TextareaFieldClientComponent = ({ field, path, readOnly }) => {
  const { value: kept, setValue, disabled, showError } = useField<string | null | undefined>({ path })
  const value = kept ?? ''
  const care = useBrandCare(useFormFields(([fields]) => fields['brand']?.value))
  const { language } = useWords()
  const words = targetWords[language]
  const origin = care?.linkOrigin ?? ''
  const isReadOnly = Boolean(readOnly || disabled)
  const { text, septets, faults, isMendable } = smsState(value, origin, words)
  const insert = (placeholder: string) => setValue(value === '' || /\s$/.test(value) ? value + placeholder : `${value} ${placeholder}`)

  return (
    <div className="mosaic-sms">
      <div className="mosaic-sms__written">
        <TextareaInput
          path={path}
          label={field.label}
          localized={field.localized ?? true}
          required={field.required ?? false}
          rows={5}
          readOnly={isReadOnly}
          showError={showError}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        {!isReadOnly && (
          <p className="mosaic-sms__tools">
            {!value.includes('{link}') && <Tool label={words.insertLink} onClick={() => insert('{link} ')} />}
            {!value.includes('{code}') && <Tool label={words.insertCode} onClick={() => insert('{code}')} />}
            {isMendable && <Tool label={words.mend} onClick={() => setValue(mended(value))} />}
          </p>
        )}
        <div role="status" className="mosaic-sms__faults">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </div>
      </div>
      <figure className="mosaic-sms__phone">
        <figcaption>{words.bubble}</figcaption>
        <p className="mosaic-sms__sender">
          <span className="mosaic-sms__of">{words.sender}</span> {care?.smsSender || words.noSender}
        </p>
        <p className="mosaic-sms__bubble">{text}</p>
        <p className="mosaic-sms__size" data-over={septets > segmentSeptets}>
          {septets <= segmentSeptets && <>{words.oneSms} · </>}
          {words.size(septets, segmentSeptets)}
        </p>
        {care && origin === '' && <p className="mosaic-sms__note">{words.assumed}</p>}
        <OtherLanguages origin={origin} words={words} />
      </figure>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

function Tool({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick}>
      {label}
    </button>
  )
}

/** How the texts stand that are written in the other languages of the form: each is an SMS of its own. */
function OtherLanguages({ origin, words }: { origin: string; words: TargetWords }) {
  const own = useLocale().code
  const texts = useSavedTexts()
  if (!texts) return undefined
  return (
    <ul className="mosaic-sms__others" aria-label={words.others}>
      {locales
        .filter((locale) => locale !== own)
        .map((locale) => {
          const written = texts[locale] ?? ''
          const { septets, faults } = smsState(written, origin, words)
          const verdict = written === '' ? words.missing : (faults[0] ?? words.fits)
          return (
            <li key={locale} data-over={written === '' || faults.length > 0}>
              {words.languages[locale]}: {written !== '' && <>{words.size(septets, segmentSeptets)}, </>}
              {verdict}
            </li>
          )
        })}
    </ul>
  )
}

/** The SMS as it was saved last, in all languages: a form holds one language at a time. */
function useSavedTexts(): Partial<Record<Locale, string>> | undefined {
  const { id } = useDocumentInfo()
  const { api } = useConfig().config.routes
  const [texts, setTexts] = useState<Partial<Record<Locale, string>>>()
  useEffect(() => {
    if (id === undefined) return
    const giveUp = new AbortController()
    fetch(`${api}/targets/${encodeURIComponent(id)}?depth=0&draft=true&locale=all&select[sms]=true`, {
      credentials: 'include',
      signal: giveUp.signal,
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const sms = withoutEmpty(((await response.json()) as Row)['sms'])
        setTexts(Object.fromEntries(locales.map((locale) => [locale, textOf(sms[locale])])))
      })
      .catch(() => undefined)
    return () => giveUp.abort()
  }, [api, id])
  return texts
}
