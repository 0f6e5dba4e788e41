import { expect, test } from 'vitest'
import { brandCare, careBody, target } from './testing/care-body.ts'
import { linkOf, originOf, targetsTooLong } from './links.ts'

const { brand } = careBody()
const releaseWith = (length: number) => ({
  brand,
  care: {
    targets: new Map([
      ['short', { target: target({ id: 'short' }), trigger: undefined }],
      [
        'long',
        { target: target({ id: 'long', sms: { it: 'ok {link} {code}', en: `${'x'.repeat(length)} {link} {code}` } }), trigger: undefined },
      ],
    ]),
    menus: new Map(),
    guides: new Map(),
    triggers: new Map(),
  },
})

test('a link leads to the brand’s own address, else to this installation’s, else nowhere', () => {
  const own = { brand: { ...brand, care: { ...brandCare, linkOrigin: 'https://aurora.example' } } }
  expect([originOf(own, 'https://app.example'), originOf({ brand }, 'https://app.example'), originOf({ brand }, undefined)]).toEqual([
    'https://aurora.example',
    'https://app.example',
    undefined,
  ])
  expect(linkOf('https://app.example', 'token')).toBe('https://app.example/a/token')
})

test('which targets do not fit one SMS hangs on where links lead', () => {
  // 160 signs, of which the link takes 25 and its origin, the code 4, and two blanks.
  const origin = 'https://app.example'
  const most = 160 - 25 - origin.length - 4 - 2
  expect(targetsTooLong(releaseWith(most), origin)).toEqual([])
  expect(targetsTooLong(releaseWith(most + 1), origin)).toEqual(['long'])
  expect(targetsTooLong(releaseWith(most), `${origin}.com`)).toEqual(['long'])
  expect(targetsTooLong(releaseWith(most + 1), undefined)).toEqual([])
})
