'use client'
import { useFormFields, useUploadEdits } from '@payloadcms/ui'
import { cropRatios } from '@mosaic/schemas/release'
import { useEffect, useMemo } from 'react'
import { useWords } from '../words/language.ts'
import './crops.css'

/** Every crop of the image as customers will see it, while its focal point is being chosen: a browser cuts at the same place as the publisher does. */
export function CropsField() {
  const { words } = useWords()
  const { focalPoint } = useUploadEdits().uploadEdits
  const saved = useFormFields(([fields]) => fields['url']?.value)
  const chosen = useFormFields(([fields]) => fields['file']?.value)
  const focalX = useFormFields(([fields]) => fields['focalX']?.value)
  const focalY = useFormFields(([fields]) => fields['focalY']?.value)
  const picked = useAddress(chosen)
  const url = picked ?? (typeof saved === 'string' ? saved : undefined)
  if (url === undefined) return undefined
  const position = [focalPoint?.x ?? focalX, focalPoint?.y ?? focalY].map((part) => `${typeof part === 'number' ? part : 50}%`).join(' ')
  return (
    <section className="mosaic-crops" aria-label={words.crops}>
      <h4>{words.crops}</h4>
      <ul>
        {cropRatios.map((ratio) => (
          <li key={ratio}>
            <img src={url} alt="" data-ratio={ratio} style={{ aspectRatio: ratio.replace(':', ' / '), objectPosition: position }} />
            <span>
              {words.cropNames[ratio]} ({ratio})
            </span>
          </li>
        ))}
      </ul>
      <p>{words.cropsHint}</p>
    </section>
  )
}

/** The address of a file that is not uploaded yet. */
function useAddress(file: unknown): string | undefined {
  const address = useMemo(() => (file instanceof Blob ? URL.createObjectURL(file) : undefined), [file])
  useEffect(() => {
    if (address !== undefined) return () => URL.revokeObjectURL(address)
  }, [address])
  return address
}
