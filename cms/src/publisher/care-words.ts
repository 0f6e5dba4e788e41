import type { TwoLanguages } from '@mosaic/schemas/rules'

/** The days of a week by their number in a release: Monday is 1. */
export const weekdayNames: Readonly<Record<string, TwoLanguages>> = {
  1: { it: 'Lunedì', en: 'Monday' },
  2: { it: 'Martedì', en: 'Tuesday' },
  3: { it: 'Mercoledì', en: 'Wednesday' },
  4: { it: 'Giovedì', en: 'Thursday' },
  5: { it: 'Venerdì', en: 'Friday' },
  6: { it: 'Sabato', en: 'Saturday' },
  7: { it: 'Domenica', en: 'Sunday' },
}
