import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeShelves } from '../../store/testing/suite.ts'
import { createSignatures } from './signature.ts'

const secret = 'a secret of both'
const noon = Date.parse('2026-11-26T12:00:00Z')
const body = '{"callId":"1"}'
const sign = (seconds: number, text = body, key = secret) =>
  `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${text}`).digest('hex')}`

describeShelves((open) => {
  const start = () => createSignatures({ secret, shelf: open(), now: () => noon })
  const now = noon / 1_000

  test('what is signed with the secret a moment ago is good, once', async () => {
    const signatures = start()
    expect(await signatures.check(sign(now), body)).toBe('good')
    expect(await signatures.check(sign(now), body)).toBe('repeated')
    expect(await signatures.check(sign(now - 1), body)).toBe('good')
  })

  test('the clocks may differ by five minutes, either way', async () => {
    const signatures = start()
    for (const [seconds, signed] of [
      [-300, 'good'],
      [300, 'good'],
      [-301, 'bad'],
      [301, 'bad'],
      [-now, 'bad'],
    ] as const)
      expect([seconds, await signatures.check(sign(now + seconds), body)]).toEqual([seconds, signed])
  })

  test('of many who send the same at once, over two processes, one is heard', async () => {
    const [one, other] = [start(), start()]
    const heard = await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 ? one : other).check(sign(now), body)))
    expect(heard.filter((signed) => signed === 'good')).toHaveLength(1)
  })

  test.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['an empty one', ''],
    ['another secret', sign(now, body, 'a guess')],
    ['no secret at all', sign(now, body, '')],
    ['another body', sign(now, `${body} `)],
    ['another moment', sign(now).replace(`t=${now}`, `t=${now + 1}`)],
    ['no moment', sign(now).replace(/t=\d+,/, '')],
    ['a moment that is none', sign(now).replace(`t=${now}`, 't=1e9')],
    ['a shorter one', sign(now).slice(0, -2)],
    ['a longer one', `${sign(now)}00`],
    ['capitals', sign(now).replace(/v1=.*/, (part) => part.toUpperCase())],
    ['two in one', `${sign(now)},${sign(now)}`],
  ])('%s is not taken for a signature', async (_name, header) => {
    expect(await start().check(header, body)).toBe('bad')
  })
})
