import type { BrandCare, Guide, Menu, ReleaseBody, Target } from '@mosaic/schemas/release'
import { releaseBody } from '../../testing/release-body.ts'

/** A sender, and hours in which whoever wants to be called back is called. */
export const brandCare: BrandCare = {
  smsSender: 'Aurora',
  slotMinutes: 30,
  hours: Array.from({ length: 7 }, (_, index) => ({ day: index + 1, from: '09:00', until: '18:00', capacity: 100 })),
  holidays: [],
  iosAppIds: [],
  androidApps: [],
  stores: {},
}

export function target(changes: Partial<Target> = {}): Target {
  return {
    id: 'bill-explained',
    name: 'Bill explained',
    opens: 'bill',
    surface: 'summer',
    content: 'welcome',
    title: { it: 'Spiegazione della fattura', en: 'Your bill explained' },
    sms: { it: 'Aurora: la pagina {link} Codice {code}.', en: 'Aurora: the page {link} Code {code}.' },
    words: ['fattura alta'],
    ...changes,
  }
}

const wifi: Guide = {
  id: 'wifi',
  name: 'Wi-Fi',
  title: { it: 'Il Wi-Fi di casa', en: 'Wi-Fi at home' },
  words: [],
  steps: [
    {
      id: 'lights',
      kind: 'question',
      title: { it: 'Che luci vedi?' },
      answers: [
        { id: 'red', text: { it: 'Rosse' }, to: 'end' },
        { id: 'none', text: { it: 'Nessuna' }, to: 'report' },
      ],
    },
    { id: 'end', kind: 'outcome', title: { it: 'Risolto' }, outcome: 'solved' },
    { id: 'report', kind: 'outcome', title: { it: 'Serve un tecnico' }, outcome: 'ticket' },
  ],
}

const voice: Menu = {
  id: 'voice',
  name: 'Voice menu',
  numbers: ['+39800399100'],
  nodes: [
    {
      id: 'start',
      title: { it: 'Come possiamo aiutarti?', en: 'How can we help?' },
      options: [
        { key: '1', text: { it: 'Fattura', en: 'Bill' }, node: 'bills' },
        { key: '3', text: { it: 'Non funziona', en: 'Something is wrong' }, target: 'wifi-guide' },
        { key: '0', text: { it: 'Operatore', en: 'An operator' }, callBack: true },
      ],
    },
    {
      id: 'bills',
      title: { it: 'Fattura', en: 'Bill' },
      options: [
        { key: '1', text: { it: 'Spiegazione', en: 'Explained' }, target: 'bill-explained' },
        { key: '9', text: { it: 'Indietro', en: 'Back' }, node: 'start' },
      ],
    },
  ],
}

/** The small operator with a care desk: two places to send somebody to, a guide and a voice menu. */
export function careBody(changes: Partial<ReleaseBody> = {}): ReleaseBody {
  const body = releaseBody()
  return {
    ...body,
    brand: { ...body.brand, care: brandCare },
    targets: [target(), target({ id: 'wifi-guide', name: 'Wi-Fi', opens: 'step', guide: 'wifi', surface: undefined, content: undefined })],
    menus: [voice],
    guides: [wifi],
    ...changes,
  } as ReleaseBody
}
