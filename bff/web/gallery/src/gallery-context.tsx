import { createContext, useContext } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import type { Address } from './address.ts'
import type { Messages } from './messages.ts'

type GalleryContextValue = {
  address: Address
  change: (part: Partial<Address>) => void
  /** The language of the gallery itself. */
  locale: Locale
  texts: Messages
  /** Tells what a tap would have done. */
  say: (text: string) => void
}

export const GalleryContext = createContext<GalleryContextValue | undefined>(undefined)

export function useGallery(): GalleryContextValue {
  const value = useContext(GalleryContext)
  if (!value) throw new Error('useGallery is called outside of the gallery')
  return value
}
