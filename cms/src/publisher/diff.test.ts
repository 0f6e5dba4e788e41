import type { ReleaseBody } from '@mosaic/schemas/release'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBodies } from './diff.ts'
import { smallBody } from './testing/body.ts'

function changesOf(change: (body: ReleaseBody) => void) {
  const after = smallBody()
  change(after)
  return diffBodies(smallBody(), after)
}
const sentences = (change: (body: ReleaseBody) => void) => changesOf(change).map(({ sentence }) => sentence.it)

describe('the difference', () => {
  it('of a body with itself is none', () => {
    expect(diffBodies(smallBody(), smallBody())).toEqual([])
  })

  it('names the document, the places and the words', () => {
    expect(changesOf((body) => (body.contents[0]!.fields = { headline: { it: 'Salve', en: 'Hello' } }))).toEqual([
      {
        collection: 'contents',
        id: 'hello',
        name: 'Saluto',
        kind: 'changed',
        paths: ['/fields/headline/it'],
        details: [{ it: 'cambia «Titolo» (italiano)', en: '"Headline" (Italian) changes' }],
        sentence: { it: 'Contenuto «Saluto»: cambia «Titolo» (italiano).', en: 'Content "Saluto": "Headline" (Italian) changes.' },
      },
    ])
  })

  it('with nothing published before is that everything is new', () => {
    const changes = diffBodies(undefined, smallBody())
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['added']))
    expect(changes).toHaveLength(1 + 1 + 1 + 2 + 2 + 1 + 1)
  })

  it('does not depend on the order of documents', () => {
    expect(changesOf((body) => body.clusters.reverse())).toEqual([])
  })

  it.each<[string, (body: ReleaseBody) => void, string]>([
    ['a document came', (body) => body.contents.push({ ...body.contents[0]!, id: 'more', name: 'Altro' }), 'Nuovo: contenuto «Altro».'],
    ['a document went', (body) => body.clusters.shift(), 'Tolto: cluster «Nuovi».'],
    ['a widget came', (body) => place(body, 'more'), 'Pagina «Home»: aggiunto «more».'],
    ['a widget went', (body) => (body.surfaces[0]!.sections[0]!.placements = []), 'Pagina «Home»: tolto «Saluto».'],
    [
      'a widget grew',
      (body) => (body.surfaces[0]!.sections[0]!.placements[0]!.medium.columns = 8),
      'Pagina «Home»: ridimensionato «Saluto».',
    ],
    ['a section got a title', (body) => (body.surfaces[0]!.sections[0]!.title = { it: 'Ora' }), 'Pagina «Home»: cambiano le sezioni.'],
    ['a priority moved', (body) => (body.clusters[1]!.priority = 50), 'Cluster «Tutti»: priorità da 20 a 50.'],
    [
      'a rule is another',
      (body) => (body.triggers[0]!.rule.rules = [{ field: 'lines.count', operator: '>=', value: 2 }]),
      'Regola «Nuovi»: ora vale quando il numero di linee è almeno 2.',
    ],
    ['a number of a method', (body) => (body.policies.balance!.retries = 2), 'Metodo «balance»: nuovi tentativi 1 → 2.'],
    [
      'a time of a method',
      (body) => (body.policies.balance!.readTimeoutMs = 1_500),
      'Metodo «balance»: attesa della risposta 1 s → 1,5 s.',
    ],
    [
      'a choice of a method, left to the factory until now',
      (body) => (body.policies.balance!.refresh = 'behind'),
      'Metodo «balance»: fra T1 e T2 si aspetta il dato nuovo (di fabbrica) → si risponde subito, si aggiorna dietro.',
    ],
    [
      'what an answer depends on',
      (body) => (body.policies.balance!.keyParams = ['customerId', 'partyId']),
      'Metodo «balance»: la risposta dipende anche da nient’altro (di fabbrica) → cliente, persona o azienda.',
    ],
    [
      'a number left to the factory',
      (body) => delete body.policies.balance!.poolSize,
      'Metodo «balance»: chiamate alla volta 8 → 32 (di fabbrica).',
    ],
    ['a colour', (body) => (body.palettes[0]!.schemes.dark.primary = '#000000'), 'Tavolozza «Plain»: cambia i colori.'],
    ['the type of a widget', (body) => (body.contents[0]!.kind = 'offer'), 'Contenuto «Saluto»: cambia il tipo di widget.'],
  ])('tells that %s', (_, change, sentence) => {
    expect(sentences(change)).toEqual([sentence])
  })

  it('tells one move as one', () => {
    const before = smallBody()
    for (const id of ['b', 'c', 'd']) place(before, id)
    const after = structuredClone(before)
    const { placements } = after.surfaces[0]!.sections[0]!
    placements.push(placements.shift()!)
    expect(diffBodies(before, after).map(({ sentence }) => sentence.en)).toEqual(['Page "Home": "Saluto" moved.'])
  })

  it('is found exactly where there is one, for any change to any place, and never throws', () => {
    // Some objects cannot even be turned into a text.
    const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ toString: 0 }))
    fc.assert(
      fc.property(fc.nat(), junk, (pick, value) => {
        const before = smallBody()
        const after = smallBody()
        const places = placesIn(after)
        const [holder, name] = places[pick % places.length]!
        const is = JSON.stringify(holder[name])
        holder[name] = value
        const changes = diffBodies(before, after)
        expect(changes.length > 0).toBe(is !== JSON.stringify(value))
        expect(diffBodies(after, structuredClone(after))).toEqual([])
        for (const { sentence } of changes) expect(sentence.it && sentence.en).toBeTruthy()
      }),
      { numRuns: 500 },
    )
  })
})

function place(body: ReleaseBody, content: string): void {
  const { placements } = body.surfaces[0]!.sections[0]!
  placements.push({ ...structuredClone(placements[0]!), content })
}

type Holder = Record<string, unknown>

/** Every property of the documents of a body but their ids, which name them. */
function placesIn(body: ReleaseBody): [Holder, string][] {
  const documents = [body.brand, ...body.clusters, ...body.triggers, ...body.surfaces, ...body.contents, ...body.palettes]
  const walk = (holder: Holder): [Holder, string][] =>
    Object.keys(holder).flatMap((name) => {
      const value = holder[name]
      return [[holder, name] as [Holder, string], ...(typeof value === 'object' && value !== null ? walk(value as Holder) : [])]
    })
  return documents.flatMap((document) =>
    walk(document as unknown as Holder).filter(([holder, name]) => !(holder === (document as unknown) && name === 'id')),
  )
}
