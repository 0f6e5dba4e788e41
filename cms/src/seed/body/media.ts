import type { LocalizedText } from '@mosaic/schemas/text'

/** An illustration: its source beside this folder, and what of it must stay in sight when it is cut. */
type Illustration = { source: string; focalX: number; focalY: number; alt: LocalizedText }

/** The illustrations of the demo brand, 1600 × 900, by the id contents name. */
export const illustrations = {
  'aurora-night': {
    source: 'aurora-night.svg',
    focalX: 0.62,
    focalY: 0.4,
    alt: { it: 'Aurora boreale sopra montagne innevate', en: 'Northern lights above snowy mountains' },
  },
  'welcome-sim': {
    source: 'welcome-sim.svg',
    focalX: 0.72,
    focalY: 0.5,
    alt: { it: 'Uno smartphone e una nuova SIM', en: 'A smartphone and a new SIM card' },
  },
  'family-devices': {
    source: 'family-devices.svg',
    focalX: 0.7,
    focalY: 0.55,
    alt: { it: 'Tablet, smartphone e orologio di una famiglia', en: 'A family’s tablet, smartphone and watch' },
  },
  'router-home': {
    source: 'router-home.svg',
    focalX: 0.68,
    focalY: 0.55,
    alt: { it: 'Una casa illuminata collegata da un router 5G', en: 'A lit house connected by a 5G router' },
  },
  'roaming-globe': {
    source: 'roaming-globe.svg',
    focalX: 0.72,
    focalY: 0.5,
    alt: { it: 'Un mappamondo, due valigie e un aereo', en: 'A globe, two suitcases and a plane' },
  },
  'business-skyline': {
    source: 'business-skyline.svg',
    focalX: 0.68,
    focalY: 0.45,
    alt: { it: 'Una città di uffici collegati fra loro', en: 'A city of connected offices' },
  },
  gift: {
    source: 'gift.svg',
    focalX: 0.72,
    focalY: 0.6,
    alt: { it: 'Un pacco regalo da cui esce luce', en: 'A gift box with light shining out of it' },
  },
  'safety-shield': {
    source: 'safety-shield.svg',
    focalX: 0.71,
    focalY: 0.5,
    alt: { it: 'Uno scudo con un segno di spunta', en: 'A shield with a tick' },
  },
  'bill-payment': {
    source: 'bill-payment.svg',
    focalX: 0.7,
    focalY: 0.5,
    alt: { it: 'Una fattura, un calendario e una carta', en: 'A bill, a calendar and a card' },
  },
  'data-boost': {
    source: 'data-boost.svg',
    focalX: 0.68,
    focalY: 0.5,
    alt: { it: 'Un razzo che parte da uno smartphone', en: 'A rocket leaving a smartphone' },
  },
  'router-light': {
    source: 'router-light.svg',
    focalX: 0.28,
    focalY: 0.63,
    alt: {
      it: 'Il router visto davanti: la luce da guardare è la prima a sinistra',
      en: 'The router from the front: the light to look at is the first on the left',
    },
  },
} satisfies Record<string, Illustration>

export type MediaId = keyof typeof illustrations
