import type { FormFactor } from '@mosaic/schemas/release'

/** A content, and the section it stands in. */
type Standing = { name: string; section: string }

/** What the layout editor says. */
export const layoutWords = {
  it: {
    title: 'Come si dispone',
    intro:
      'Trascinate i riquadri per riordinarli, anche in un’altra sezione; tirate l’angolo per ridimensionarli. Da tastiera: frecce per spostare, Maiusc e frecce per ridimensionare, Alt e freccia su o giù per la sezione accanto. Testi e immagini sono quelli dei contenuti, i dati sono di un cliente d’esempio.',
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
    inSection: (section: string) => `nella sezione «${section}»`,
    sectionPlace: (section: string, at: number, of: number) => `Sezione «${section}»: ${at} di ${of}`,
    sectionUp: (section: string) => `Sposta in su la sezione «${section}»`,
    sectionDown: (section: string) => `Sposta in giù la sezione «${section}»`,
    commerceAboveCare: (devices: readonly FormFactor[], offer: Standing, care: Standing) =>
      `Su ${named('it', devices, { compact: 'telefono', medium: 'tablet', expanded: 'computer' })} «${offer.name}» (sezione «${offer.section}») sta sopra «${care.name}» (sezione «${care.section}»). Prima l’assistenza, poi le offerte: per pubblicare spostate uno dei due, oppure spuntate «Offerte prima dell’assistenza».`,
  },
  en: {
    title: 'How it stands',
    intro:
      'Drag tiles to reorder them, into another section too; pull the corner to resize them. By keyboard: arrows move, Shift and arrows resize, Alt and arrow up or down goes to the section beside. Texts and images are those of the contents, the data is a sample customer’s.',
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
    inSection: (section: string) => `in section “${section}”`,
    sectionPlace: (section: string, at: number, of: number) => `Section “${section}”: ${at} of ${of}`,
    sectionUp: (section: string) => `Move section “${section}” up`,
    sectionDown: (section: string) => `Move section “${section}” down`,
    commerceAboveCare: (devices: readonly FormFactor[], offer: Standing, care: Standing) =>
      `On ${named('en', devices, { compact: 'phone', medium: 'tablet', expanded: 'desktop' })} “${offer.name}” (section “${offer.section}”) stands above “${care.name}” (section “${care.section}”). Care comes before commerce: to publish, move one of them, or tick “Offers before care”.`,
  },
}
export type LayoutWords = (typeof layoutWords)['it']

function named(language: string, devices: readonly FormFactor[], names: Record<FormFactor, string>): string {
  return new Intl.ListFormat(language).format(devices.map((device) => names[device]))
}
