import { defineWidget } from '../definition.ts'
import { checkbox, link, media, offer, select, text, textarea } from '../fields.ts'
import { say } from '../say.ts'
import { present, presentAsBanner } from './present.ts'

export const fields = {
  offering: offer({
    label: { it: 'Offerta del catalogo', en: 'Catalogue offering' },
    help: { it: 'Nome e prezzo arrivano dal catalogo dell’operatore', en: 'Name and price come from the operator’s catalogue' },
    required: true,
  }),
  headline: text({
    label: { it: 'Titolo', en: 'Headline' },
    maxLength: 60,
    help: { it: 'Vuoto: il nome dell’offerta', en: 'Empty: the offering’s name' },
  }),
  benefits: textarea({
    label: { it: 'Vantaggi', en: 'Benefits' },
    help: { it: 'Uno per riga. Vuoto: la descrizione del catalogo', en: 'One a line. Empty: the catalogue’s description' },
    maxLength: 240,
  }),
  badge: text({
    label: { it: 'Etichetta', en: 'Badge' },
    help: { it: 'Poche parole in evidenza: "Novità"', en: 'A few words that stand out: "New"' },
    maxLength: 24,
  }),
  image: media({ label: { it: 'Immagine', en: 'Image' } }),
  profiled: select({
    label: { it: 'Quale offerta', en: 'Which offering' },
    help: {
      it: 'Una consigliata arriva con le parole del catalogo e con il collegamento scritto qui; se non ce n’è una, resta quella scelta',
      en: 'A recommended one comes with the catalogue’s words and the link written here; when there is none, the chosen one stays',
    },
    defaultValue: 'fixed',
    options: [
      { value: 'fixed', label: { it: 'Sempre quella scelta', en: 'Always the chosen one' } },
      { value: 'first', label: { it: 'La più consigliata per la linea', en: 'The most recommended for the line' } },
      { value: 'second', label: { it: 'La seconda consigliata', en: 'The second recommended' } },
      { value: 'third', label: { it: 'La terza consigliata', en: 'The third recommended' } },
    ],
  }),
  buyNow: checkbox({
    label: { it: 'Si attiva da qui', en: 'Can be bought here' },
    help: { it: 'Con una conferma che dice il prezzo', en: 'With a confirmation that says the price' },
    defaultValue: false,
  }),
  callback: link({ label: { it: 'Farsi richiamare', en: 'Being called back' } }),
}

/** One offering of the catalogue, sold with the editors' words: the one they chose, or the one that suits the line. */
export const widget = defineWidget({
  kind: 'offer',
  type: 'OfferWidget',
  schemaVersion: 1,
  label: { it: 'Offerta', en: 'Offer' },
  description: {
    it: 'Un’offerta del catalogo con prezzo sempre aggiornato, vantaggi e immagine: quella scelta, o quella consigliata per la linea. Si può attivare subito o farsi richiamare. Scompare da sola quando esce dal catalogo.',
    en: 'An offering of the catalogue with its current price, benefits and an image: the chosen one, or the one recommended for the line. Can be bought at once, or one is called back. Disappears by itself when it leaves the catalogue.',
  },
  purpose: 'commerce',
  archetypes: ['BannerLike'],
  fields,
  needs: ['offers'],
  // What nobody recommends is the editors' own choice, and a line that nobody knows buys elsewhere.
  wants: ['recommendations', 'lines'],
  wantsOf: ({ profiled = 'fixed', buyNow }) => [
    ...(profiled === 'fixed' ? [] : (['recommendations'] as const)),
    ...(buyNow ? (['lines'] as const) : []),
  ],
  present,
  variants: [{ kind: 'banner', present: presentAsBanner }],
  fallback: ({ fields: { headline, benefits }, text: pick, locale }) => ({
    title: pick(headline)?.value ?? say(locale, { it: 'Un’offerta per te', en: 'An offer for you' }),
    body:
      pick(benefits)?.value.split('\n').filter(Boolean).join(' · ') ||
      say(locale, { it: 'Scopri i dettagli e il prezzo aggiornato.', en: 'See the details and the current price.' }),
  }),
  fallbackImpact:
    'An app that draws banners shows it as one, with the price in the text. An app that draws neither shows a text card with name, price and benefits; image and badge are lost. Buying at once and being called back are lost in both: the authored link stays.',
  deadlineMs: 800,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
