'use client'
import { SelectInput, useConfig, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'
import { list, textOf, withoutEmpty, type Row } from '../../reader/rows.ts'
import { useWords } from '../words/language.ts'
import { targetWords } from './words.ts'

/** The step of the chosen guide that a target begins at, chosen by what it asks. */
export const StepField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled, showError } = useField<string | null | undefined>({ path })
  const guide = useFormFields(([fields]) => fields['guide']?.value)
  const { language } = useWords()
  const words = targetWords[language]
  const steps = useSteps(typeof guide === 'string' || typeof guide === 'number' ? String(guide) : '', language)
  // A step that went away with another draft of the guide stays to be seen, and to be chosen anew.
  const isUnknown = Boolean(value) && steps !== undefined && !steps.some((step) => step.value === value)
  const options = [...(steps ?? []), ...(isUnknown ? [{ value: value!, label: words.unknownStep(value!) }] : [])]
  return (
    <SelectInput
      path={path}
      name={field.name}
      label={field.label ?? words.step}
      description={guide ? field.admin?.description : words.noGuide}
      placeholder={words.fromBeginning}
      options={options}
      value={value ?? ''}
      showError={showError}
      isClearable
      readOnly={Boolean(readOnly || disabled || !guide)}
      onChange={(option) => setValue(option && !Array.isArray(option) ? option.value : null)}
    />
  )
}

type Option = { value: string; label: string }

/** The steps of the latest draft of a guide; `undefined` until they are there, or when they cannot be read. */
function useSteps(guide: string, language: 'it' | 'en'): Option[] | undefined {
  const { api } = useConfig().config.routes
  const [found, setFound] = useState<{ guide: string; steps: Row[] }>()
  useEffect(() => {
    if (guide === '') return
    const giveUp = new AbortController()
    fetch(`${api}/guides/${encodeURIComponent(guide)}?depth=0&draft=true&select[steps]=true`, {
      credentials: 'include',
      signal: giveUp.signal,
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        setFound({ guide, steps: list(((await response.json()) as Row)['steps']) })
      })
      .catch(() => undefined)
    return () => giveUp.abort()
  }, [api, guide])
  if (found?.guide !== guide) return undefined
  return found.steps.map((step) => {
    const title = withoutEmpty(step['title'])
    return { value: textOf(step.id), label: textOf(title[language]) || textOf(title['it']) || textOf(step.id) }
  })
}
