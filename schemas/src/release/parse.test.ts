import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReleaseFormatError } from './errors.ts'
import { parseCurrent, parseManifest, parseRelease } from './parse.ts'
import { fileNames, printBody, printJson } from './print.ts'
import { bodies, manifest } from './testing/bodies.ts'
import { spoilt } from './testing/mutations.ts'
import { laterFiles, type ReleaseBody, type ReleaseIssue } from './types.ts'

const sample = fc.sample(
  bodies.filter(({ contents, triggers, clusters }) => contents.length > 1 && triggers.length > 0 && clusters.length > 1),
  { numRuns: 1, seed: 7 },
)[0]!

function issuesOf(work: () => unknown): readonly ReleaseIssue[] {
  try {
    work()
  } catch (error) {
    if (error instanceof ReleaseFormatError) return error.issues
    throw error
  }
  return []
}

/** The issues of the sample with one part changed. */
function issuesWith(change: (body: ReleaseBody) => void): readonly ReleaseIssue[] {
  const body = structuredClone(sample)
  change(body)
  return issuesOf(() => parseRelease(printBody(body), manifest))
}

describe('what is printed', () => {
  test('is parsed to the same body', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(parseRelease(printBody(body), manifest)).toEqual({ ...body, manifest })
      }),
    )
  })

  test('is the same bytes whatever the order in which names were written', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect([...printBody(reversed(body) as ReleaseBody)]).toEqual([...printBody(body)])
      }),
    )
  })

  test('is sorted by name, with lists in their order', () => {
    expect(printJson({ b: [2, 1], a: { d: 1, c: undefined } })).toBe('{\n  "a": {\n    "d": 1\n  },\n  "b": [\n    2,\n    1\n  ]\n}\n')
  })
})

describe('what is not right', () => {
  test('is found, in the right file and at the right place', () => {
    const cases = fc.tuple(bodies, fc.constantFrom(...fileNames)).chain(([body, file]) => {
      const files = printBody(body)
      return fc.record({ files: fc.constant(files), file: fc.constant(file), spoilt: spoilt(JSON.parse(files.get(file)!)) })
    })
    fc.assert(
      fc.property(cases, ({ files, file, spoilt: { text, path } }) => {
        const issues = issuesOf(() => parseRelease(new Map([...files, [file, text]]), manifest))
        expect(issues.map((issue) => `${issue.file} ${issue.path}`)).toContain(`${file} ${path}`)
        for (const issue of issues) {
          expect(issue.file).toBe(file)
          for (const words of [issue.code, issue.expected, issue.got, issue.fix]) expect(words).toMatch(/\S/)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('is refused in words whatever the bytes are', () => {
    const files = printBody(sample)
    fc.assert(
      fc.property(
        fc.constantFrom(...fileNames),
        fc.oneof(fc.json(), fc.string(), fc.constant('['.repeat(50_000) + ']'.repeat(50_000))),
        (file, text) => {
          const issues = issuesOf(() => parseRelease(new Map([...files, [file, text]]), manifest))
          const isEmptyList = text.trim() === '[]' || (file === 'policies.json' && text.trim() === '{}')
          if (!isEmptyList) expect(issues.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('is found in a file that was cut short', () => {
    const files = printBody(sample)
    fc.assert(
      fc.property(fc.constantFrom(...fileNames), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (file, share) => {
        const whole = files.get(file)!.trimEnd()
        const cut = whole.slice(0, Math.floor(whole.length * share))
        const [issue] = issuesOf(() => parseRelease(new Map([...files, [file, cut]]), manifest))
        expect(issue).toMatchObject({ code: 'not-json', file, path: '', expected: 'JSON' })
      }),
    )
  })

  test('is found when a file is missing', () => {
    for (const file of fileNames.filter((name) => !laterFiles.has(name))) {
      const files = new Map([...printBody(sample)].filter(([name]) => name !== file))
      expect(issuesOf(() => parseRelease(files, manifest))).toEqual([expect.objectContaining({ code: 'missing-file', file })])
    }
  })

  test('is nothing in a release from before there were targets, menus and guides', () => {
    const files = new Map([...printBody(sample)].filter(([name]) => !laterFiles.has(name)))
    expect(parseRelease(files, manifest)).toEqual({ ...sample, targets: [], menus: [], guides: [], manifest })
  })

  test('is told all at once, up to 50, each in words', () => {
    const [first] = sample.contents
    const bad = { ...first, tone: 'loud', schemaVersion: 0, kind: 'Top-up', colour: 'red', validFrom: 'yesterday' }
    const issues = issuesWith((body) => (body.contents = [bad as never]))
    expect(issues).toEqual([
      {
        code: 'unknown-property',
        file: 'contents.json',
        path: '/0/colour',
        expected: expect.stringMatching(/^only id, kind, /) as string,
        got: '"colour": "red"',
        fix: 'Remove "colour", or correct its spelling.',
      },
      {
        code: 'wrong-pattern',
        file: 'contents.json',
        path: '/0/kind',
        expected: 'the name of a widget kind, in letters',
        got: '"Top-up"',
        fix: 'Write the name of a widget kind, in letters.',
      },
      {
        code: 'wrong-minimum',
        file: 'contents.json',
        path: '/0/schemaVersion',
        expected: 'a whole number from 1',
        got: '0',
        fix: 'Write a whole number from 1.',
      },
      {
        code: 'not-in-list',
        file: 'contents.json',
        path: '/0/tone',
        expected: 'one of neutral, primary, accent, positive, warning, critical',
        got: '"loud"',
        fix: 'Choose one of the list.',
      },
      {
        code: 'wrong-pattern',
        file: 'contents.json',
        path: '/0/validFrom',
        expected: 'an instant in UTC, such as 2026-03-05T10:30:00Z',
        got: '"yesterday"',
        fix: 'Write an instant in UTC, such as 2026-03-05T10:30:00Z.',
      },
    ])
    expect(issuesWith((body) => (body.contents = Array(80).fill(bad) as never))).toHaveLength(50)
  })

  test('is a rule the catalogue does not know', () => {
    const rule = { combinator: 'and', rules: [{ combinator: 'or', rules: [{ field: 'line.colour', operator: '=', value: 'red' }] }] }
    expect(issuesWith(({ triggers }) => (triggers[0]!.rule = rule as never))).toEqual([
      {
        code: 'unknown-attribute',
        file: 'triggers.json',
        path: '/0/rule/rules/0/rules/0/field',
        expected: 'an attribute of the catalogue',
        got: '"line.colour"',
        fix: 'There is no attribute "line.colour": choose one from the list.',
      },
    ])
  })

  test('is a release of another brand', () => {
    expect(issuesOf(() => parseRelease(printBody(sample), { ...manifest, brand: 'boreal' }))).toMatchObject([
      { code: 'other-brand', file: 'brand.json', path: '/id', got: '"aurora"' },
    ])
  })

  test('reads as one message with the first issue and how many more there are', () => {
    const files = new Map([...printBody(sample), ['brand.json', '{}'] as const])
    expect(() => parseRelease(files, manifest)).toThrow(
      'Release 7 of aurora cannot be used: expected brand.json /id: an id of 1 to 64 lower-case letters, digits and hyphens, got nothing (and 5 more issues). Add "id".',
    )
  })
})

describe('manifest and pointer', () => {
  const current = {
    format: 1,
    brand: 'aurora',
    number: 7,
    manifestSha256: 'a'.repeat(64),
    switchedAt: '2026-11-22T10:00:00Z',
    switchedBy: 'editor',
  }

  test('are read back', () => {
    expect(parseManifest(printJson(manifest))).toEqual(manifest)
    expect(parseCurrent(printJson(current))).toEqual(current)
  })

  test('of a format to come are refused with nothing but that', () => {
    expect(issuesOf(() => parseManifest('{"format":2,"anything":[]}'))).toEqual([
      {
        code: 'unknown-format',
        file: 'manifest.json',
        path: '/format',
        expected: 'format 1',
        got: 'format 2',
        fix: 'Another version of Mosaic published this: run that version here, or publish again with this one.',
      },
    ])
    expect(issuesOf(() => parseCurrent(printJson({ ...current, format: 0 })))).toMatchObject([
      { code: 'unknown-format', file: 'current.json' },
    ])
  })

  test.each([
    ['An empty file', '', 'not-json', ''],
    ['A file cut short', '{"format":1', 'not-json', ''],
    ['Nothing', 'null', 'wrong-type', ''],
    ['Release 0', printJson({ ...current, number: 0 }), 'wrong-minimum', '/number'],
    ['A number in quotes', printJson({ ...current, number: '7' }), 'wrong-type', '/number'],
    ['A brand that leads elsewhere', printJson({ ...current, brand: '../aurora' }), 'wrong-pattern', '/brand'],
    ['Half a hash', printJson({ ...current, manifestSha256: 'abc' }), 'wrong-pattern', '/manifestSha256'],
    ['A format in quotes', printJson({ ...current, format: '1' }), 'wrong-type', '/format'],
  ])('%s is refused', (_, text, code, path) => {
    expect(issuesOf(() => parseCurrent(text))).toMatchObject([{ code, file: 'current.json', path }])
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inside]) => [name, reversed(inside)]),
  )
}
