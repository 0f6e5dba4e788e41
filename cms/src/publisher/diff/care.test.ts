import type { ReleaseBody } from '@mosaic/schemas/release'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBodies } from '../diff.ts'
import { smallBody } from '../testing/body.ts'

function body(): ReleaseBody {
  const own = smallBody()
  own.brand.care = { smsSender: 'Demo', slotMinutes: 30, hours: [], holidays: [], iosAppIds: [], androidApps: [], stores: {} }
  own.targets.push({
    id: 'go',
    name: 'Vai',
    opens: 'surface',
    surface: 'page',
    title: { it: 'Vai', en: 'Go' },
    sms: { it: '{link} {code}', en: '{link} {code}' },
    words: ['andare', 'go'],
  })
  own.menus.push({
    id: 'menu',
    name: 'Il menu',
    numbers: ['+39800399100'],
    nodes: [{ id: 'start', title: { it: 'Inizio', en: 'Start' }, options: [{ key: '1', text: { it: 'Vai', en: 'Go' }, target: 'go' }] }],
  })
  own.guides.push({
    id: 'help',
    name: 'Aiuto',
    title: { it: 'Aiuto', en: 'Help' },
    words: ['aiuto'],
    steps: [
      {
        id: 'ask',
        kind: 'question',
        title: { it: 'Va?', en: 'Well?' },
        answers: [{ id: 'yes', text: { it: 'Sì', en: 'Yes' }, to: 'end' }],
      },
      { id: 'end', kind: 'outcome', title: { it: 'Fine', en: 'End' }, outcome: 'solved' },
    ],
  })
  return own
}
function sentences(change: (body: ReleaseBody) => void): string[] {
  const after = body()
  change(after)
  return diffBodies(body(), after).map(({ sentence }) => sentence.it)
}

describe('the difference, in the words of the care desk', () => {
  it.each<[string, (body: ReleaseBody) => void, string]>([
    [
      'a target came',
      ({ targets }) => targets.push({ ...targets[0]!, id: 'more', name: 'Fattura alta' }),
      'Nuova: destinazione «Fattura alta».',
    ],
    ['a menu went', ({ menus }) => menus.pop(), 'Tolto: menu vocale «Il menu».'],
    [
      'a target opens another thing',
      ({ targets }) => Object.assign(targets[0]!, { opens: 'widget', content: 'hello' }),
      'Destinazione «Vai»: ora apre: un widget di una pagina; cambia il widget.',
    ],
    ['an SMS', ({ targets }) => (targets[0]!.sms.en = 'Go {link} {code}'), 'Destinazione «Vai»: cambia l’SMS in inglese.'],
    ['how long a link lives', ({ targets }) => (targets[0]!.minutes = 60), 'Destinazione «Vai»: il link vale 60 minuti.'],
    [
      'what customers say',
      ({ targets }) => (targets[0]!.words = ['go', 'partire']),
      'Destinazione «Vai»: ora si trova anche con «partire»; non più con «andare».',
    ],
    ['the order of it', ({ targets }) => targets[0]!.words.reverse(), 'Destinazione «Vai»: cambia l’ordine delle parole.'],
    [
      'options of a menu',
      ({ menus }) => {
        const { options } = menus[0]!.nodes[0]!
        options[0]!.text.it = 'Andiamo'
        options.push({ key: '0', text: { it: 'Operatore', en: 'Operator' }, callBack: true })
      },
      'Menu vocale «Il menu»: cambia la voce 1 «Andiamo»; nuova voce 0 «Operatore».',
    ],
    [
      'the numbers of a menu',
      ({ menus }) => (menus[0]!.numbers = ['+39800399200']),
      'Menu vocale «Il menu»: ci porta anche il +39800399200; non ci porta più il +39800399100.',
    ],
    ['a level of a menu', ({ menus }) => (menus[0]!.nodes[0]!.title.it = 'Ciao'), 'Menu vocale «Il menu»: cambiano i livelli.'],
    [
      'steps of a guide',
      ({ guides }) => {
        const [ask, end] = guides[0]!.steps
        ask!.title.it = 'Funziona?'
        guides[0]!.steps = [ask!, { ...end!, id: 'stop' }]
      },
      'Guida «Aiuto»: cambia il passo «Funziona?»; aggiunto il passo «Fine»; tolto il passo «Fine».',
    ],
    ['the order of steps', ({ guides }) => guides[0]!.steps.reverse(), 'Guida «Aiuto»: cambia l’ordine dei passi.'],
    [
      'the care of a brand',
      ({ brand }) => Object.assign(brand.care!, { smsSender: 'Altro', holidays: ['2026-12-25', '2026-12-26'] }),
      'Marchio «Demo»: cambia il mittente degli SMS; cambiano i giorni di chiusura.',
    ],
    ['that it has none any more', ({ brand }) => delete brand.care, 'Marchio «Demo»: cambia l’assistenza.'],
  ])('tells that %s', (_, change, sentence) => {
    expect(sentences(change)).toEqual([sentence])
  })

  it('is found for any change to any place, and never throws', () => {
    const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ toString: 0 }))
    fc.assert(
      fc.property(fc.nat(), junk, (pick, value) => {
        const after = body()
        const places = placesIn([...after.targets, ...after.menus, ...after.guides, { care: after.brand.care }])
        const [holder, name] = places[pick % places.length]!
        if (holder['care']) after.brand.care = value as never
        const was = JSON.stringify(holder[name])
        holder[name] = value
        const changes = diffBodies(body(), after)
        expect(changes.length > 0).toBe(was !== JSON.stringify(value))
        for (const { sentence } of changes) expect(sentence.it && sentence.en).toBeTruthy()
      }),
      { numRuns: 300 },
    )
  })
})

type Holder = Record<string, unknown>

/** Every property of the documents but their ids, which name them. */
function placesIn(documents: readonly object[]): [Holder, string][] {
  const walk = (holder: Holder): [Holder, string][] =>
    Object.keys(holder).flatMap((name) => {
      const value = holder[name]
      return [[holder, name] as [Holder, string], ...(typeof value === 'object' && value !== null ? walk(value as Holder) : [])]
    })
  return documents.flatMap((document) => walk(document as Holder).filter(([holder, name]) => !(holder === document && name === 'id')))
}
