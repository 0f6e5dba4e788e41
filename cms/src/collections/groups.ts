/** The groups of the navigation, in the order of an editor's day. */
export const groups = {
  pages: { it: 'Pagine', en: 'Pages' },
  audience: { it: 'Destinatari', en: 'Audience' },
  care: { it: 'Assistenza', en: 'Care' },
  look: { it: 'Aspetto', en: 'Look' },
  operations: { it: 'Esercizio', en: 'Operations' },
  house: { it: 'Impostazioni', en: 'Settings' },
}
