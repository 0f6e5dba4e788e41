'use client'
import { TextField, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useRef } from 'react'
import { slugify } from '../../fields/slugify.ts'

/** The identifier: follows the name while the document is being made, and stays put afterwards. */
export const SlugField: TextFieldClientComponent = (props) => {
  const { value, setValue } = useField<string | undefined>({ path: props.path })
  const name = useFormFields(([fields]) => fields.name?.value)
  const follows = useRef(!value)

  useEffect(() => {
    if (!follows.current) return
    const slug = typeof name === 'string' ? slugify(name) : ''
    if (slug !== (value ?? '')) setValue(slug)
    // Typing in the field itself ends the following: only a new name moves it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name])

  return (
    <div className="mosaic-slug" onInput={() => (follows.current = false)}>
      <TextField {...props} />
    </div>
  )
}
