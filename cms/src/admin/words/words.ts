import type { PublishedCollection } from '../../reader/references.ts'

type Count = (count: number) => string

const it = {
  collections: {
    surfaces: 'Pagine',
    contents: 'Contenuti',
    clusters: 'Cluster',
    triggers: 'Trigger',
    palettes: 'Palette',
    media: 'Immagini',
    brands: 'Marchio',
    policies: 'Regole di chiamata',
  } satisfies Record<PublishedCollection, string>,
  kinds: { added: 'nuovo', changed: 'modificato', removed: 'tolto' },

  publish: 'Pubblica',
  reviewAndPublish: 'Rivedi e pubblica',
  live: 'In linea',
  notLive: 'Non ancora in linea',
  changed: 'Modificato, non pubblicato',
  changedSince: ((number) => `Modificato dopo la release ${number}`) as Count,
  liveIn: ((number) => `In linea, release ${number}`) as Count,
  everybody: 'Tutti',
  nothingLive: 'Ancora niente in linea',
  nothingLiveHint: 'Pubblicate la prima release: fino ad allora i clienti non vedono nulla.',
  release: ((number) => `Release ${number}`) as Count,
  isLive: 'è in linea',
  publishedBy: (who: string, when: string) => `Pubblicata da ${who}, ${when}.`,
  rolledBackBy: (who: string, when: string) => `${who} è tornato a questa release, ${when}.`,
  changes: ((count) => (count === 1 ? '1 modifica da pubblicare' : `${count} modifiche da pubblicare`)) as Count,
  noChanges: 'Niente da pubblicare: ciò che vedete è ciò che vedono i clienti.',
  andMore: ((count) => `e altre ${count}`) as Count,

  intro: 'Tutto ciò che è cambiato dall’ultima release va in linea insieme, o niente.',
  whatChanges: 'Che cosa cambia',
  include: (name: string) => `Pubblica «${name}»`,
  leaveOutHint: 'Togliete la spunta a ciò che deve aspettare.',
  all: 'Tutto',
  none: 'Niente',
  checks: 'Controlli',
  checking: 'Controllo in corso…',
  checksOk: 'Tutto in ordine.',
  errors: ((count) =>
    count === 1 ? '1 errore da correggere prima di pubblicare' : `${count} errori da correggere prima di pubblicare`) as Count,
  warnings: ((count) => (count === 1 ? '1 avviso' : `${count} avvisi`)) as Count,
  goTo: 'Vai al campo',
  note: 'Nota (facoltativa)',
  notePlaceholder: 'Perché questa release? Per esempio: promozione di Natale',
  publishNow: ((number) => `Pubblica la release ${number}`) as Count,
  publishing: 'Pubblicazione in corso…',
  published: ((number) => `La release ${number} è in linea.`) as Count,
  mayNotPublish: 'Il vostro ruolo prepara le bozze: pubblica chi ha il ruolo «Pubblicazione».',
  onlyPolicies: 'Il vostro ruolo pubblica le sole regole di chiamata: il resto aspetta.',

  history: 'Release',
  rollBack: 'Torna a questa',
  rollBackTitle: ((number) => `Tornare alla release ${number}?`) as Count,
  rollBackBody: 'I clienti la rivedranno fra un attimo. Le bozze restano come sono; ciò che si toglie potrà essere ripubblicato.',
  rollBackConfirm: 'Sì, torna indietro',
  rolledBack: ((number) => `La release ${number} è di nuovo in linea.`) as Count,
  cancel: 'Annulla',
  counts: (added: number, changed: number, removed: number) => `${added} nuovi, ${changed} modificati, ${removed} tolti`,
  when: 'Quando',
  who: 'Chi',
  what: 'Che cosa',
  failed: 'Non riuscito',
  unknownError: 'Qualcosa non ha funzionato. Ricaricate la pagina e riprovate.',
  today: 'oggi',

  contrast: (ratio: string) => `contrasto ${ratio}:1`,
  contrastLow: 'troppo basso: almeno 4,5:1',
  pickColor: (name: string) => `Scegli il colore: ${name}`,
  amountsHint: 'Importi in euro, separati da punto e virgola. Per esempio: 5; 10; 12,50',
  amountsBad: 'Scrivete importi come 5 o 12,50, separati da punto e virgola.',
  section: ((number) => `Sezione ${number}`) as Count,
  placement: ((number) => `Contenuto ${number}`) as Count,
}

export type Words = typeof it

const en: Words = {
  collections: {
    surfaces: 'Pages',
    contents: 'Contents',
    clusters: 'Clusters',
    triggers: 'Triggers',
    palettes: 'Palettes',
    media: 'Images',
    brands: 'Brand',
    policies: 'Call policies',
  },
  kinds: { added: 'new', changed: 'changed', removed: 'removed' },

  publish: 'Publish',
  reviewAndPublish: 'Review and publish',
  live: 'Live',
  notLive: 'Not live yet',
  changed: 'Changed, not published',
  changedSince: (number) => `Changed since release ${number}`,
  liveIn: (number) => `Live in release ${number}`,
  everybody: 'Everybody',
  nothingLive: 'Nothing is live yet',
  nothingLiveHint: 'Publish the first release: until then customers see nothing.',
  release: (number) => `Release ${number}`,
  isLive: 'is live',
  publishedBy: (who, when) => `Published by ${who}, ${when}.`,
  rolledBackBy: (who, when) => `${who} rolled back to this release, ${when}.`,
  changes: (count) => (count === 1 ? '1 change to publish' : `${count} changes to publish`),
  noChanges: 'Nothing to publish: what you see is what customers see.',
  andMore: (count) => `and ${count} more`,

  intro: 'All that changed since the last release goes live together, or nothing does.',
  whatChanges: 'What changes',
  include: (name) => `Publish “${name}”`,
  leaveOutHint: 'Untick what should wait.',
  all: 'All',
  none: 'None',
  checks: 'Checks',
  checking: 'Checking…',
  checksOk: 'All is well.',
  errors: (count) => (count === 1 ? '1 error to correct before publishing' : `${count} errors to correct before publishing`),
  warnings: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
  goTo: 'Go to the field',
  note: 'Note (optional)',
  notePlaceholder: 'Why this release? For example: Christmas promotion',
  publishNow: (number) => `Publish release ${number}`,
  publishing: 'Publishing…',
  published: (number) => `Release ${number} is live.`,
  mayNotPublish: 'Your role prepares drafts: somebody with the role “Publisher” publishes them.',
  onlyPolicies: 'Your role publishes call policies alone: the rest waits.',

  history: 'Releases',
  rollBack: 'Roll back to this',
  rollBackTitle: (number) => `Roll back to release ${number}?`,
  rollBackBody: 'Customers will see it again in a moment. Drafts stay as they are; what goes away can be published again.',
  rollBackConfirm: 'Yes, roll back',
  rolledBack: (number) => `Release ${number} is live again.`,
  cancel: 'Cancel',
  counts: (added, changed, removed) => `${added} new, ${changed} changed, ${removed} removed`,
  when: 'When',
  who: 'Who',
  what: 'What',
  failed: 'Failed',
  unknownError: 'Something did not work. Reload the page and try again.',
  today: 'today',

  contrast: (ratio) => `contrast ${ratio}:1`,
  contrastLow: 'too low: at least 4.5:1',
  pickColor: (name) => `Choose the colour: ${name}`,
  amountsHint: 'Amounts in euros, separated by semicolons. For example: 5; 10; 12.50',
  amountsBad: 'Write amounts such as 5 or 12.50, separated by semicolons.',
  section: (number) => `Section ${number}`,
  placement: (number) => `Content ${number}`,
}

const languages = { it, en }

/** The admin's words in a language of Payload's; English for any other. */
export function wordsFor(language: string): Words {
  return language === 'it' ? languages.it : languages.en
}

/** A moment as people read it: "22 nov 2026, 10:31". */
export function momentIn(language: string, instant: string): string {
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  )
}
