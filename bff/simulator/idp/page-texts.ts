import type { Locale } from '@mosaic/schemas/text'
import type { DemoCluster } from '../personas.ts'

/** How the personas are grouped on the sign-in page. */
export const groups = [
  { id: 'care', clusters: ['in-debt', 'suspended', 'low-credit', 'invoice-issued'] },
  { id: 'new', clusters: ['new-prepaid', 'new-postpaid'] },
  { id: 'plans', clusters: ['inclusive-postpaid', 'inclusive-prepaid', 'hybrid', 'base-postpaid', 'everyone'] },
  { id: 'devices', clusters: ['consumer-tablet', 'consumer-router'] },
  { id: 'business', clusters: ['business-fleet', 'business-tablet-data', 'business-voice'] },
] as const satisfies readonly { id: string; clusters: readonly DemoCluster[] }[]
export type GroupId = (typeof groups)[number]['id']

/** Every word of the provider's pages. */
export const pageTexts: Record<Locale, PageTexts> = {
  it: {
    title: 'Entra in Aurora Mobile',
    lead: 'È una dimostrazione: scegli chi vuoi essere e vedi la sua app. Nessuna password, nessuna persona vera.',
    search: 'Cerca per nome, numero o caratteristica',
    searchHint: 'Ad esempio: «ibrido tablet» oppure «C-0042»',
    find: 'Cerca',
    clear: 'Torna all’elenco',
    groups: { care: 'Hanno bisogno di attenzione', new: 'Appena arrivati', plans: 'Tutti i giorni', devices: 'Tablet e casa', business: 'Aziende' },
    others: (count) => `Altri ${count} clienti inventati coprono ogni combinazione: cercali qui sopra.`,
    results: (shown, total) => (total === 0 ? 'Nessun cliente trovato' : total === 1 ? 'Un cliente trovato' : shown < total ? `${shown} di ${total} clienti trovati` : `${total} clienti trovati`),
    nobody: 'Prova con meno parole, o con un’altra.',
    tags: {
      prepaid: 'Ricaricabile', postpaid: 'Abbonamento', hybrid: 'Ibrido', voice: 'Voce', data: 'Dati',
      smartphone: 'Smartphone', tablet: 'Tablet', router: 'Router',
    },
    lines: (count) => `${count} linee`,
    switchLanguage: 'English',
    signedOut: 'Sei uscito',
    signedOutLead: 'Puoi chiudere questa pagina, o tornare all’app ed entrare di nuovo.',
    failed: 'Non è possibile entrare',
    errors: {
      client: 'L’app che chiede l’accesso non è conosciuta. Controlla il suo client_id.',
      redirect: 'L’indirizzo di ritorno non è ammesso: si può tornare solo a un programma su questo computer (127.0.0.1 o localhost).',
      expired: 'Questa pagina è scaduta o è stata aperta in un altro browser. Torna all’app ed entra di nuovo.',
      person: 'Questa persona non esiste. Torna indietro e scegline un’altra.',
    },
  },
  en: {
    title: 'Sign in to Aurora Mobile',
    lead: 'This is a demonstration: choose who you want to be and see their app. No password, no real people.',
    search: 'Search by name, number or trait',
    searchHint: 'For example: “hybrid tablet” or “C-0042”',
    find: 'Search',
    clear: 'Back to the list',
    groups: { care: 'In need of attention', new: 'Just arrived', plans: 'Everyday', devices: 'Tablet and home', business: 'Businesses' },
    others: (count) => `${count.toLocaleString('en')} more made-up customers cover every combination: search for them above.`,
    results: (shown, total) => (total === 0 ? 'No customer found' : total === 1 ? 'One customer found' : shown < total ? `${shown} of ${total} customers found` : `${total} customers found`),
    nobody: 'Try fewer words, or other ones.',
    tags: {
      prepaid: 'Prepaid', postpaid: 'Postpaid', hybrid: 'Hybrid', voice: 'Voice', data: 'Data',
      smartphone: 'Smartphone', tablet: 'Tablet', router: 'Router',
    },
    lines: (count) => `${count} lines`,
    switchLanguage: 'Italiano',
    signedOut: 'You are signed out',
    signedOutLead: 'You may close this page, or go back to the app and sign in again.',
    failed: 'You cannot sign in',
    errors: {
      client: 'The app that asks is not known. Check its client_id.',
      redirect: 'The return address is not allowed: only a program on this computer (127.0.0.1 or localhost) can be returned to.',
      expired: 'This page has expired or was opened in another browser. Go back to the app and sign in again.',
      person: 'There is no such person. Go back and choose another.',
    },
  },
} // prettier-ignore

type PageTexts = {
  title: string
  lead: string
  search: string
  searchHint: string
  find: string
  clear: string
  groups: Record<GroupId, string>
  others(count: number): string
  results(shown: number, total: number): string
  nobody: string
  tags: Record<'prepaid' | 'postpaid' | 'hybrid' | 'voice' | 'data' | 'smartphone' | 'tablet' | 'router', string>
  lines(count: number): string
  switchLanguage: string
  signedOut: string
  signedOutLead: string
  failed: string
  errors: Record<'client' | 'redirect' | 'expired' | 'person', string>
}
