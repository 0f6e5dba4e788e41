import type { Locale } from '@mosaic/schemas/text'

type Messages = typeof it

const it = {
  lost: 'La postazione non è in diretta: quello che succede si vede con qualche secondo di ritardo. Ci riproviamo da soli.',
}

const en: Messages = {
  lost: 'The desk is not live: what happens shows up some seconds later. We keep trying by ourselves.',
}

export const messages: Record<Locale, Messages> = { it, en }
