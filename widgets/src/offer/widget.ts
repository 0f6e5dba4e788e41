import { defineWidget } from '../definition.ts'
import { media, offer, text, textarea } from '../fields.ts'
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
}

/** One offering of the catalogue, sold with the editors' words. */
export const widget = defineWidget({
  kind: 'offer',
  type: 'OfferWidget',
  schemaVersion: 1,
  label: { it: 'Offerta', en: 'Offer' },
  description: {
    it: 'Un’offerta del catalogo con prezzo sempre aggiornato, vantaggi e immagine. Scompare da sola quando esce dal catalogo.',
    en: 'An offering of the catalogue with its current price, benefits and an image. Disappears by itself when it leaves the catalogue.',
  },
  purpose: 'commerce',
  archetypes: ['BannerLike'],
  fields,
  needs: ['offers'],
  present,
  variants: [{ kind: 'banner', present: presentAsBanner }],
  fallback: ({ fields: { headline, benefits }, text: pick, locale }) => ({
    title: pick(headline)?.value ?? say(locale, { it: 'Un’offerta per te', en: 'An offer for you' }),
    body:
      pick(benefits)?.value.split('\n').filter(Boolean).join(' · ') ||
      say(locale, { it: 'Scopri i dettagli e il prezzo aggiornato.', en: 'See the details and the current price.' }),
  }),
  fallbackImpact:
    'An app that draws banners shows it as one, with the price in the text. An app that draws neither shows a text card with name, price and benefits; image and badge are lost.',
  deadlineMs: 800,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
