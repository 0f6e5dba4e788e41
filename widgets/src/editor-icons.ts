import type { TwoLanguages } from '@mosaic/schemas/rules'

/** The icons that editors may choose, by the names every client draws them under; the web's shapes are in `views/icons.tsx`. */
export const editorIcons = [
  { value: 'wallet', label: { it: 'Portafoglio', en: 'Wallet' } },
  { value: 'bolt', label: { it: 'Fulmine', en: 'Bolt' } },
  { value: 'data', label: { it: 'Dati', en: 'Data' } },
  { value: 'voice', label: { it: 'Telefonata', en: 'Call' } },
  { value: 'sms', label: { it: 'Messaggio', en: 'Message' } },
  { value: 'mail', label: { it: 'E-mail', en: 'E-mail' } },
  { value: 'bill', label: { it: 'Fattura', en: 'Bill' } },
  { value: 'gift', label: { it: 'Regalo', en: 'Gift' } },
  { value: 'star', label: { it: 'Stella', en: 'Star' } },
  { value: 'heart', label: { it: 'Cuore', en: 'Heart' } },
  { value: 'people', label: { it: 'Persone', en: 'People' } },
  { value: 'shield', label: { it: 'Scudo', en: 'Shield' } },
  { value: 'plane', label: { it: 'Aereo', en: 'Plane' } },
  { value: 'globe', label: { it: 'Mappamondo', en: 'Globe' } },
  { value: 'pin', label: { it: 'Luogo', en: 'Place' } },
  { value: 'help', label: { it: 'Aiuto', en: 'Help' } },
  { value: 'smartphone', label: { it: 'Smartphone', en: 'Smartphone' } },
  { value: 'tablet', label: { it: 'Tablet', en: 'Tablet' } },
  { value: 'router', label: { it: 'Router', en: 'Router' } },
  { value: 'settings', label: { it: 'Impostazioni', en: 'Settings' } },
  { value: 'search', label: { it: 'Ricerca', en: 'Search' } },
  { value: 'clock', label: { it: 'Orologio', en: 'Clock' } },
  { value: 'info', label: { it: 'Informazione', en: 'Information' } },
  { value: 'check', label: { it: 'Spunta', en: 'Tick' } },
] as const satisfies readonly { value: string; label: TwoLanguages }[]
export type EditorIcon = (typeof editorIcons)[number]['value']
