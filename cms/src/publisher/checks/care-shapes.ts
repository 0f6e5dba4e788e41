type Words = readonly [it: string, en: string]

/** What is wrong with a field of the care desk whose shape is wrong, by its place in the file: a pattern says nothing to an editor. */
const shapes: readonly (readonly [file: string, place: RegExp, Words])[] = [
  [
    'brand.json',
    /^\/care\/smsSender$/,
    [
      'il mittente degli SMS va scritto con 3-11 lettere, cifre e spazi, come «Aurora».',
      'the sender of SMS has 3 to 11 letters, digits and spaces, such as "Aurora".',
    ],
  ],
  [
    'brand.json',
    /^\/care\/linkOrigin$/,
    [
      'l’indirizzo dei link va scritto come https://app.aurora.example, senza altro.',
      'the address of links is written such as https://app.aurora.example, and nothing else.',
    ],
  ],
  [
    'brand.json',
    /^\/care\/hours\/\d+(\/|$)/,
    [
      'un orario di assistenza non è completo: servono giorno, due ore come 08:30, e da 1 a 500 persone per fascia.',
      'one of the hours of care is not complete: a day, two times such as 08:30, and 1 to 500 people at a time.',
    ],
  ],
  [
    'brand.json',
    /^\/care\/holidays\/\d+$/,
    ['un giorno di chiusura va scritto come 2026-12-25.', 'a day it is closed is written such as 2026-12-25.'],
  ],
  [
    'brand.json',
    /^\/care\/iosAppIds\/\d+$/,
    [
      'un’app per iPhone va scritta con team e bundle: ABCDE12345.it.aurora.mobile.',
      'an iPhone app is written with its team and bundle: ABCDE12345.it.aurora.mobile.',
    ],
  ],
  [
    'brand.json',
    /^\/care\/androidApps\/\d+(\/|$)/,
    [
      'un’app per Android ha un package, come it.aurora.mobile, e almeno un’impronta SHA-256 con i due punti.',
      'an Android app has a package, such as it.aurora.mobile, and at least one SHA-256 fingerprint with colons.',
    ],
  ],
  [
    'targets.json',
    /^\/\d+\/words(\/|$)/,
    [
      'le parole dei clienti sono al massimo 40, lunghe da 2 a 60 caratteri.',
      'what customers say is 40 entries at most, of 2 to 60 characters.',
    ],
  ],
  ['targets.json', /^\/\d+\/minutes$/, ['il link vale da 10 a 1440 minuti interi.', 'its link lives from 10 to 1440 whole minutes.']],
  ['targets.json', /^\/\d+\/opens$/, ['scegli che cosa apre.', 'choose what it opens.']],
  [
    'menus.json',
    /^\/\d+\/numbers\/\d+$/,
    [
      'un numero va scritto con il prefisso internazionale, come +39800399100.',
      'a number is written with its country code, such as +39800399100.',
    ],
  ],
  ['menus.json', /^\/\d+\/nodes$/, ['il menu è vuoto. Aggiungi il primo livello.', 'the menu is empty. Add its first level.']],
  [
    'menus.json',
    /^\/\d+\/nodes\/\d+(\/|$)/,
    [
      'un livello ha un titolo e da 1 a 12 voci, ciascuna con un tasto da 0 a 9, * o #.',
      'a level has a title and 1 to 12 options, each with a key from 0 to 9, * or #.',
    ],
  ],
  ['guides.json', /^\/\d+\/steps$/, ['la guida è vuota. Aggiungi il primo passo.', 'the guide is empty. Add its first step.']],
  [
    'guides.json',
    /^\/\d+\/steps\/\d+\/answers(\/|$)/,
    [
      'una domanda ha da 1 a 8 risposte, e una di queste non è completa: scegli a quale passo porta.',
      'a question has 1 to 8 answers, and one of them is not complete: choose the step it leads to.',
    ],
  ],
  [
    'guides.json',
    /^\/\d+\/words(\/|$)/,
    [
      'le parole dei clienti sono al massimo 40, lunghe da 2 a 60 caratteri.',
      'what customers say is 40 entries at most, of 2 to 60 characters.',
    ],
  ],
]

/** What is wrong at a place of a file, for an editor; `undefined` where only the shape's own words are known. */
export function careShapeWords(file: string, path: string): Words | undefined {
  return shapes.find(([one, place]) => one === file && place.test(path))?.[2]
}
