import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'
import { startServer } from './testing/server.ts'

const own = /^(date|connection|keep-alive|content-length|transfer-encoding)$/

const headersOf = async (listener: RequestListener) => {
  const server = await startServer(listener)
  const { headers } = await fetch(server.url)
  await server.close()
  return Object.fromEntries([...headers].filter(([name]) => !own.test(name)))
}

test('one by one and in one go they are the same', async () => {
  const { flat, apply } = securityHeaders('https://id.example/realm')
  const applied = await headersOf((_, response) => {
    apply(response)
    response.writeHead(200, { 'content-type': 'text/plain' }).end()
  })
  const sent = await headersOf((_, response) => response.writeHead(200, [...flat, 'content-type', 'text/plain']).end())
  expect(sent).toEqual(applied)
  expect(sent['content-security-policy']).toContain("connect-src 'self' https://id.example;")
  expect(sent).not.toHaveProperty('strict-transport-security')
})

test('over TLS, clients stay with TLS', () => {
  expect(securityHeaders('https://id.example', { isSecure: true }).flat).toContain('strict-transport-security')
})

test('others are named where a form leads to them', () => {
  const { flat } = securityHeaders('https://id.example', {
    leadsTo: ['https://network.example/authorize'],
  })
  expect(flat[1]).toContain("connect-src 'self' https://id.example;")
  expect(flat[1]).toContain("form-action 'self' https://id.example https://network.example;")
})
