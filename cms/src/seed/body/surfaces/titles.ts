/** Section titles that several pages share. */
export const titles = {
  yourLine: { it: 'La tua linea', en: 'Your line' },
  spending: { it: 'Spese e pagamenti', en: 'Spending and payments' },
  forYou: { it: 'Per te', en: 'For you' },
  more: { it: 'Potrebbe interessarti', en: 'You may like' },
  goodToKnow: { it: 'Buono a sapersi', en: 'Good to know' },
  company: { it: 'La tua azienda', en: 'Your company' },
}
