import { methodNames, methods, Policy } from '@mosaic/schemas/bss'
import { describe, expect, it } from 'vitest'
import { policyIssues } from './checks/policies.ts'
import { durationIn, policyNames, policyValue } from './policy-words.ts'

describe('the words of a policy', () => {
  it('name every part, and read every factory value in both languages', () => {
    expect(Object.keys(policyNames).sort()).toEqual(Object.keys(Policy.properties).sort())
    for (const method of methodNames)
      for (const name of Object.keys(policyNames) as (keyof Policy)[])
        for (const language of ['it', 'en'] as const) {
          const text = policyValue(name, methods[method].policy[name], language)
          expect(text).not.toMatch(/undefined|object|true|false|[a-z][A-Z]|^$/)
        }
  })

  it.each([
    [0, '0 s', '0 s'],
    [250, '250 ms', '250 ms'],
    [1_500, '1,5 s', '1.5 sec'],
    [30_000, '30 s', '30 sec'],
    [90_000, '1 min e 30 s', '1 min, 30 sec'],
    [3_600_000, '1 h', '1 hr'],
    [172_800_000, '2 giorni', '2 days'],
    [NaN, '–', '–'],
  ])('%d ms is %s', (ms, it, en) => {
    expect([durationIn('it', ms), durationIn('en', ms)]).toEqual([it, en])
  })

  it('say what 0 means where it means never', () => {
    expect(policyValue('hedgeAfterMs', 0, 'it')).toBe('mai')
    expect(policyValue('circuitFailurePercent', 0, 'en')).toBe('never')
    expect(policyValue('failureMemoryMs', 0, 'en')).toBe('0 s')
  })
})

describe('what is said of a policy', () => {
  it('names the part, what was found, what is expected and how to mend it', () => {
    expect(policyIssues('balance', { t1Ms: 7_200_000 })).toEqual([
      {
        severity: 'error',
        code: 'reversed-ages',
        field: 't2Ms',
        message: {
          it: 'T2 è 1 h, ma non può essere meno di T1, 2 h. Alza T2 o abbassa T1.',
          en: 'T2 is 1 hr, but cannot be less than T1, 2 hr. Raise T2, or lower T1.',
        },
      },
    ])
    const [worst] = policyIssues('usage', { readTimeoutMs: 6_000 })
    expect(worst?.message.it).toBe('nel caso peggiore il cliente aspetta 12,55 s (al più 10 s). Riduci i tempi o i tentativi.')
  })

  it('is nothing of any contract', () => {
    for (const method of methodNames) expect(policyIssues(method, {})).toEqual([])
  })
})
