import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFamily, type Family, type Program } from './family.ts'
import { connects, freePorts, requireFree } from './ports.ts'

let folder: string
let family: Family
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaic-family-'))
  family = createFamily()
})
afterEach(async () => {
  await family.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a program is started when it is ready, its words are kept, and it is gone after stop', async () => {
  const [port] = (await freePorts(1)) as [number]
  await family.start(program(`console.log('listening'); require('net').createServer().listen(${port}, '127.0.0.1')`, port))
  expect(await connects(port)).toBe(true)
  await family.stop()
  expect(await connects(port)).toBe(false)
  expect(await readFile(join(folder, 'log'), 'utf8')).toContain('listening')
})

test('what a program has started itself goes down with it, even when it does not care', async () => {
  const [port] = (await freePorts(1)) as [number]
  const grandchild = `process.on('SIGTERM', () => {}); require('net').createServer().listen(${port}, '127.0.0.1')`
  const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]); setInterval(() => {}, 1e6)`
  await family.start(program(parent, port))
  await family.stop()
  await expect.poll(() => connects(port)).toBe(false)
})

test('a program that dies before it is ready is a trouble with its last words', async () => {
  const [port] = (await freePorts(1)) as [number]
  const start = family.start(program(`console.error('no database'); process.exit(3)`, port))
  await expect(start).rejects.toMatchObject({ message: 'The test program stopped by itself (exit code 3)', detail: 'no database' })
})

test('a program that dies later is heard of', async () => {
  const [port] = (await freePorts(1)) as [number]
  const child = await family.start(program(`require('net').createServer().listen(${port}, '127.0.0.1')`, port))
  child.kill('SIGKILL')
  await expect(family.death).rejects.toThrow('The test program stopped by itself (SIGKILL)')
})

test('a program that never gets ready is a trouble, not a wait without end', async () => {
  const [port] = (await freePorts(1)) as [number]
  const start = family.start({ ...program('setInterval(() => {}, 1e6)', port), patience: 0.5 })
  await expect(start).rejects.toThrow('The test program was not ready within 0.5 s')
})

test('a port in use is named with the variable that moves it', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  const [cms, simulator, smsCentre] = (await freePorts(3)) as [number, number, number]
  try {
    await expect(requireFree({ cms, bff: port, simulator, smsCentre })).rejects.toMatchObject({
      message: `Port ${port}, which the BFF needs, is in use by another program`,
      fix: expect.stringContaining('BFF_PORT=') as unknown,
    })
  } finally {
    server.close()
  }
})

function program(source: string, port: number): Program {
  return {
    name: 'test program',
    command: process.execPath,
    args: ['-e', source],
    cwd: folder,
    env: process.env,
    log: join(folder, 'log'),
    ready: () => connects(port),
    patience: 30,
  }
}
