'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import type { OptionObject, TextFieldClientProps } from 'payload'
import type { CSSProperties } from 'react'

/** A kind of widget, chosen by its name from those there are, and kept as a text. */
export function KindField({ field, path, readOnly, options }: TextFieldClientProps & { options: OptionObject[] }) {
  const { value, setValue, showError, disabled } = useField<string | undefined>({ path })
  return (
    <SelectInput
      path={path}
      name={field.name}
      label={field.label}
      options={options}
      value={value}
      showError={showError}
      isClearable={false}
      {...((readOnly || disabled) && { readOnly: true })}
      {...(field.required && { required: true })}
      style={{ '--field-width': field.admin?.width } as CSSProperties}
      onChange={(option) => setValue(Array.isArray(option) ? undefined : option.value)}
    />
  )
}
