import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chiara, startCareSystem, type CareSystem, type Raw } from '../testing/care-system.ts'

/* Somebody who has no link, somebody who has an old one, and machines that look at links before people do. */

let system: CareSystem
const clock = { late: 0 }
beforeAll(async () => void (system = await startCareSystem({ bffNow: () => new Date(Date.now() + clock.late) })))
afterAll(() => system.close())

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const inBatches = async <Item, Result>(items: readonly Item[], ask: (item: Item) => Promise<Result>, size = 200): Promise<Result[]> => {
  const all: Result[] = []
  for (let at = 0; at < items.length; at += size) all.push(...(await Promise.all(items.slice(at, at + size).map(ask))))
  return all
}
const same = (answers: readonly Raw[]) => [...new Set(answers.map((answer) => JSON.stringify(answer)))]
const openings = async (outcome: string) => {
  const text = await (await fetch(`${system.bff.url}/metrics`)).text()
  return Number(new RegExp(`^bff_hand_over_openings_total\\{outcome="${outcome}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0)
}
const stateOf = async (id: string) => {
  const { data } = await system.askDesk<{ handOver: { state: string } }>('S-anna', 'query ($id: ID!) { handOver(id: $id) { state } }', {
    id,
  })
  return data?.handOver.state
}

test('every change of one sign of a real link, and 200 guesses: one and the same answer to all, counted; and the real one opens', async () => {
  const { token } = await system.sendLink()
  const changed = Array.from(token, (own, at) =>
    Array.from(signs, (sign) => (sign === own ? [] : [token.slice(0, at) + sign + token.slice(at + 1)])).flat(),
  ).flat()
  const guessed = Array.from({ length: 200 }, () => Array.from({ length: 22 }, () => signs[Math.floor(Math.random() * 64)]).join(''))
  const tokens = [...changed, ...guessed]
  expect(tokens).toHaveLength(22 * 63 + 200)
  const answers = await inBatches(tokens, (one) => system.open(one))
  expect(same(answers)).toHaveLength(1)
  expect(answers[0]).toMatchObject({ status: 200, body: '{"data":{"openHandOver":{"status":"gone","claim":null,"code":null}}}' })
  expect(await openings('gone')).toBe(tokens.length)
  expect((await system.open(token)).body).toContain('"open"')
})

test('unknown, used, expired, taken back, nonsense: nobody can tell which, and no answer comes sooner than another', async () => {
  const [late, used, revoked] = [await system.sendLink(), await system.sendLink(), await system.sendLink()]
  await system.open(used.token)
  await system.askDesk('S-anna', 'mutation ($id: ID!) { revokeHandOver(id: $id) { id } }', { id: revoked.id })
  clock.late += 16 * 60_000
  expect(await Promise.all([late, used, revoked].map(({ id }) => stateOf(id)))).toEqual(['expired', 'abandoned', 'revoked'])
  const dead = [
    'x'.repeat(22),
    used.token,
    late.token,
    revoked.token,
    '',
    'x'.repeat(10_240),
    `${used.token}\u0000`,
    `${used.token}%2F..%2F`,
    '{"$ne":null}',
    "' OR 1=1 --",
    '../../a',
    '\ud800',
  ]
  const times: number[] = []
  const answers = await Promise.all(
    dead.map(async (token) => {
      const begun = performance.now()
      const answer = await system.open(token)
      times.push(performance.now() - begun)
      return answer
    }),
  )
  expect(same(answers)).toHaveLength(1)
  // Whatever had to be looked up took less.
  expect(Math.min(...times)).toBeGreaterThan(38)
})

test('previews, scanners and prefetches, 1,000 of them: then somebody taps, and it opens', async () => {
  const { id, token } = await system.sendLink()
  const { url } = system.bff
  const page = `${url}/a/${token}`
  const agents = [
    'WhatsApp/2.23.20.0',
    'facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'TelegramBot (like TwitterBot)',
    'Google-SMSBot',
  ]
  const question = `mutation { openHandOver(token: "${token}") { status claim } }`
  const looks: (() => Promise<Response>)[] = [
    ...agents.map((agent) => () => fetch(page, { headers: { 'user-agent': agent } })),
    () => fetch(page, { method: 'HEAD' }),
    () => fetch(page, { method: 'OPTIONS' }),
    () => fetch(page, { headers: { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } }),
    () => fetch(page, { method: 'POST' }),
    () => fetch(page, { method: 'POST', body: `token=${token}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    () => fetch(`${url}/graphql?query=${encodeURIComponent(question)}`),
    () => fetch(`${url}/graphql?query=${encodeURIComponent(question)}`, { method: 'HEAD' }),
    () => fetch(`${url}/graphql`, { method: 'POST' }),
  ]
  await inBatches(Array.from({ length: 1_000 }), async () => {
    const look = looks[Math.floor(Math.random() * looks.length)]
    await (await look?.())?.body?.cancel()
  })
  for (const look of looks) expect(await (await look()).text()).not.toContain('claim":"')
  expect(await stateOf(id)).toMatch(/^(sent|delivered)$/)
  expect((await system.open(token)).body).toContain('"open"')
})

test('one tap sent 1,000 times at once, from here and there, and again later: one device holds it', async () => {
  const { id, token } = await system.sendLink()
  const taps = Array.from({ length: 1_000 }, (_, n) => n)
  const answers = await Promise.all(taps.map((n) => system.open(token, { 'user-agent': `Phone ${n % 7}`, 'x-client-platform': 'ios' })))
  const opened = answers.filter(({ body }) => body.includes('"open"'))
  expect(opened).toHaveLength(1)
  expect(same(answers)).toHaveLength(2)
  expect((await system.open(token)).body).toContain('"gone"')
  const { claim } = (JSON.parse(opened[0]?.body ?? '') as { data: { openHandOver: { claim: string } } }).data.openHandOver
  const taken = await system.askApp(chiara.customer, 'mutation ($claim: String) { acceptHandOver(claim: $claim) { id } }', { claim })
  expect(taken.data).toEqual({ acceptHandOver: { id } })
}, 20_000)

test('an answer that was lost: the same phone asks again and gets the same claim; another key, none, a guess or another time gets what everybody gets', async () => {
  const { id, token } = await system.sendLink()
  const other = await system.sendLink()
  const newOpener = () => randomBytes(32).toString('base64url')
  const opener = newOpener()
  const claimOf = ({ body }: Raw) => (JSON.parse(body) as { data: { openHandOver: { claim: string | null } } }).data.openHandOver.claim
  const first = await system.open(token, {}, opener)
  expect(claimOf(first)).toMatch(/^[\w-]{43}$/)
  const again = await Promise.all(Array.from({ length: 50 }, () => system.open(token, {}, opener)))
  expect(same([first, ...again])).toHaveLength(1)
  expect(await openings('again')).toBe(50)
  const gone = await system.open('x'.repeat(22))
  const tries = [undefined, newOpener(), opener.slice(0, -1), `${opener}A`, opener.toLowerCase(), token]
  expect(same([gone, ...(await Promise.all(tries.map((one) => system.open(token, {}, one))))])).toHaveLength(1)
  // Who opens without a key is told once, and nobody afterwards: neither with a key.
  expect(claimOf(await system.open(other.token))).not.toBeNull()
  expect(same([gone, await system.open(other.token), await system.open(other.token, {}, opener)])).toHaveLength(1)
  // A key is of one link: with it nothing else opens, and of one device: it makes another claim of another link.
  const third = await system.sendLink()
  expect(claimOf(await system.open(third.token, {}, opener))).not.toBe(claimOf(first))
  clock.late += 121_000
  expect(same([gone, await system.open(token, {}, opener)])).toHaveLength(1)
  clock.late -= 121_000
  await system.askDesk('S-anna', 'mutation ($id: ID!) { revokeHandOver(id: $id) { id } }', { id })
  expect(same([gone, await system.open(token, {}, opener)])).toHaveLength(1)
})

test('one tap sent 200 times at once by one phone: one claim, told to all of them', async () => {
  const { token } = await system.sendLink()
  const opener = randomBytes(16).toString('base64url')
  const answers = await Promise.all(Array.from({ length: 200 }, () => system.open(token, {}, opener)))
  expect(same(answers)).toHaveLength(1)
  expect(answers[0]?.body).toContain('"open"')
})

test.each(['a b', 'short', 'x'.repeat(87), 'x'.repeat(21), `${'x'.repeat(30)}\n`, `${'x'.repeat(30)}=`])(
  'a key that is none is refused by its name, whatever the link: %j',
  async (opener) => {
    const { token } = await system.sendLink()
    const answers = await Promise.all([token, 'x'.repeat(22)].map((one) => system.open(one, {}, opener)))
    expect(same(answers)).toHaveLength(1)
    expect(answers[0]?.body).toContain('opener')
    expect(answers[0]?.body).not.toContain(opener)
  },
)
