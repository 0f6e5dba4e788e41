import type { FormFactor } from '@mosaic/schemas/release'

/** What the layout editor says. */
export const layoutWords = {
  it: {
    title: 'Come si dispone',
    intro:
      'Trascinate i riquadri per riordinarli, tirate l’angolo per ridimensionarli. Da tastiera: frecce per spostare, Maiusc e frecce per ridimensionare.',
    devices: { compact: 'Telefono', medium: 'Tablet', expanded: 'Computer' } satisfies Record<FormFactor, string>,
    device: 'Dispositivo',
    undo: 'Annulla',
    redo: 'Ripeti',
    steps: (count: number) => (count === 1 ? '1 passo' : `${count} passi`),
    empty: 'Ancora nessuna sezione: aggiungetene una qui sotto e metteteci dei contenuti.',
    emptySection: 'Sezione senza contenuti',
    section: (number: number) => `Sezione ${number}`,
    carousel: 'scorrimento laterale',
    noContent: 'Contenuto da scegliere',
    loading: 'Nome in arrivo…',
    failed: 'I nomi dei contenuti non si possono leggere: riprovate fra poco. La disposizione si può cambiare lo stesso.',
    size: (columns: number, rows: number) => `${columns} × ${rows}`,
    place: (at: number, of: number, columns: number, rows: number) =>
      `${at} di ${of}, ${columns === 1 ? '1 colonna' : `${columns} colonne`} per ${rows === 1 ? '1 riga' : `${rows} righe`}`,
    resize: (name: string) => `Ridimensiona «${name}»`,
    commerceAboveCare: (offer: string, care: string) =>
      `Su questo dispositivo «${offer}» sta sopra «${care}»: ai clienti l’offerta arriverà dopo, perché l’assistenza viene prima.`,
  },
  en: {
    title: 'How it stands',
    intro: 'Drag tiles to reorder them, pull the corner to resize them. By keyboard: arrows move, Shift and arrows resize.',
    devices: { compact: 'Phone', medium: 'Tablet', expanded: 'Desktop' } satisfies Record<FormFactor, string>,
    device: 'Device',
    undo: 'Undo',
    redo: 'Redo',
    steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
    empty: 'No section yet: add one below and put contents into it.',
    emptySection: 'Section without contents',
    section: (number: number) => `Section ${number}`,
    carousel: 'carousel',
    noContent: 'Content to be chosen',
    loading: 'Name to come…',
    failed: 'The names of the contents cannot be read: try again shortly. The layout can be changed all the same.',
    size: (columns: number, rows: number) => `${columns} × ${rows}`,
    place: (at: number, of: number, columns: number, rows: number) =>
      `${at} of ${of}, ${columns === 1 ? '1 column' : `${columns} columns`} by ${rows === 1 ? '1 row' : `${rows} rows`}`,
    resize: (name: string) => `Resize “${name}”`,
    commerceAboveCare: (offer: string, care: string) =>
      `On this device “${offer}” stands above “${care}”: customers will get the offer further down, for care comes first.`,
  },
}
export type LayoutWords = (typeof layoutWords)['it']
