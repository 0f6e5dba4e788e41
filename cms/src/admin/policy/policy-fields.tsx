'use client'
import { methods, type Policy } from '@mosaic/schemas/bss'
import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldLabel, NumberField, useField, useTranslation } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClientComponent, OptionObject, SelectFieldClientComponent } from 'payload'
import { policyValue } from '../../publisher/policy-words.ts'
import { useWords } from '../words/language.ts'
import { policyWords } from '../words/policy-words.ts'
import { useFormPolicy } from './form-policy.ts'
import { PolicyHint } from './policy-hint.tsx'

/** A number of a policy; while it is empty, the method's factory value stands in its place. */
export const PolicyNumber: NumberFieldClientComponent = (props) => {
  const factory = useFactoryValue(props.path)
  const admin = factory === undefined ? {} : { placeholder: String(factory) }
  return <NumberField {...props} field={{ ...props.field, admin: { ...props.field.admin, ...admin } as typeof props.field.admin }} />
}

/** One of a few: a list of the browser's own, which every keyboard, phone and screen reader knows. Its first entry is the factory value. */
export const PolicyChoice: SelectFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled } = useField<string | null | undefined>({ path })
  const { language } = useWords()
  const { i18n } = useTranslation()
  const factory = useFactoryValue(path)
  const id = `field-${path}`
  const text = factory === undefined ? '–' : policyWords[language].factory(policyValue(path as keyof Policy, factory, language))
  return (
    <div className="field-type mosaic-policy-field" style={mergeFieldStyles(field)}>
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <select id={id} value={value ?? ''} disabled={readOnly || disabled} onChange={({ target }) => setValue(target.value || null)}>
        <option value="">{text}</option>
        {(field.options as OptionObject[]).map((option) => (
          <option key={option.value} value={option.value}>
            {getTranslation(option.label, i18n)}
          </option>
        ))}
      </select>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

/** Any of a few, each with its tick. */
export const PolicyParams: SelectFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled } = useField<string[] | null | undefined>({ path })
  const { i18n } = useTranslation()
  const chosen = Array.isArray(value) ? value : []
  const options = field.options as OptionObject[]
  const toggle = (name: string) =>
    setValue(options.map((option) => option.value).filter((each) => (each === name) !== chosen.includes(each)))
  return (
    <fieldset className="field-type mosaic-policy-field" style={mergeFieldStyles(field)} id={`field-${path}`}>
      <legend>{getTranslation(field.label ?? path, i18n)}</legend>
      <div className="mosaic-policy-field__ticks">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              disabled={readOnly || disabled}
              onChange={() => toggle(option.value)}
            />
            {getTranslation(option.label, i18n)}
          </label>
        ))}
      </div>
      <PolicyHint path={path} />
      <FieldDescription path={path} description={field.admin?.description} />
    </fieldset>
  )
}

function useFactoryValue(path: string): Policy[keyof Policy] | undefined {
  const { method } = useFormPolicy()
  return method && methods[method].policy[path as keyof Policy]
}
