import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCareSystem, type CareSystem } from '../testing/care-system.ts'

/* What pages of other sites can do with a browser in which somebody is a customer: nothing. */

let system: CareSystem
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mosaic-web-'))
  await writeFile(join(dir, 'index.html'), '<!doctype html><title>the app</title>')
  system = await startCareSystem({ env: { WEB_HOME_DIR: dir } })
})
afterAll(async () => {
  await system.close()
  await rm(dir, { recursive: true, force: true })
})

const evil = 'https://evil.example'

test.each(['/graphql', '/care/graphql'])(
  'a page of another site that posts to %s as a form does acts as nobody: there is no cookie to ride on',
  async (path) => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await fetch(system.bff.url + path, {
        method: 'POST',
        headers: { origin: evil, 'content-type': type, 'sec-fetch-site': 'cross-site', cookie: 'session=1' },
        body: JSON.stringify({ query: 'mutation { acceptHandOver(id: "x") { id } }' }),
      })
      const text = await response.text()
      expect([path, type, response.status >= 400, text.includes('"data":{')]).toEqual([path, type, true, false])
      expect([response.headers.get('set-cookie'), response.headers.get('access-control-allow-credentials')]).toEqual([null, null])
    }
  },
)

test('no other site may read answers or show the app in a frame', async () => {
  const { token } = await system.sendLink()
  for (const path of [`/a/${token}`, '/a', '/', '/care', '/app-config.json', '/.well-known/assetlinks.json']) {
    const { headers } = await fetch(system.bff.url + path, { headers: { origin: evil } })
    expect([path, headers.get('access-control-allow-origin'), headers.get('set-cookie'), headers.get('referrer-policy')]).toEqual([
      path,
      null,
      null,
      'no-referrer',
    ])
    expect([path, headers.get('content-security-policy')]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")])
  }
})
