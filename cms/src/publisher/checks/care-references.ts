import type { TargetField } from '@mosaic/schemas/release'

type Words = readonly [it: string, en: string]

/** What the references of targets, menus and guides lead to, by the field. */
export const careReferences: Readonly<Record<string, Words>> = {
  surface: ['la pagina', 'the page'],
  guide: ['la guida', 'the guide'],
  step: ['il passo', 'the step'],
  target: ['la destinazione', 'the target'],
  node: ['il livello', 'the level'],
  image: ['l’immagine', 'the image'],
  to: ['il passo', 'the step'],
  whenTrue: ['il passo', 'the step'],
  whenFalse: ['il passo', 'the step'],
  whenUnknown: ['il passo', 'the step'],
}

const fieldNames: Readonly<Record<TargetField, Words>> = {
  surface: ['la pagina', 'the page'],
  content: ['il widget', 'the widget'],
  guide: ['la guida', 'the guide'],
  step: ['il passo', 'the step'],
}

/** What the check of references says of targets, menus and hours, in words; `undefined` for what is said elsewhere. */
export function careIssueWords(code: string, field: string, got: string): Words | undefined {
  const [it, en] = fieldNames[field as TargetField] ?? [field, field]
  switch (code) {
    case 'target-field-missing':
      return [`manca ${it} da aprire: fai una scelta dall’elenco.`, `${en} to open is missing. Choose it from the list.`]
    case 'target-field-strange':
      return [`${it} non ha parte in ciò che apre: va lasciato vuoto.`, `${en} has no part in what it opens. Remove it.`]
    case 'target-not-there':
      return [
        `il widget ${got} non sta sulla pagina che si apre: sarebbe un vicolo cieco. Mettilo lì, o scegline un altro.`,
        `the widget ${got} does not stand on the page that is opened: a dead end. Place it there, or choose another.`,
      ]
    case 'duplicate-number':
      return [
        `il numero ${got} porta già a un altro menu. Lascialo a uno solo.`,
        `the number ${got} leads to another menu already. Leave it to one.`,
      ]
    case 'duplicate-key':
      return [
        'due voci dello stesso livello hanno lo stesso tasto. Cambiane uno.',
        'two options of one level have the same key. Change one.',
      ]
    case 'option-ends':
      return [
        'una voce non porta da nessuna parte, o a più d’una. Scegli un livello, una destinazione o la richiamata.',
        'an option leads nowhere, or to more than one place. Choose a level, a target or the call-back.',
      ]
    case 'reversed-hours':
      return [`un orario finisce (${got}) prima di cominciare. Correggilo.`, `a time ends (${got}) before it begins. Correct it.`]
    case 'no-such-day':
      return [`il giorno ${got} non esiste. Scrivilo come 2026-12-25.`, `there is no day ${got}. Write it such as 2026-12-25.`]
    default:
      return undefined
  }
}
