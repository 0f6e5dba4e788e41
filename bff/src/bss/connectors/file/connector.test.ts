import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readerProcesses } from '../files/testing/reader-processes.ts'
import { describeWholeFiles, rules } from '../files/testing/whole-files.ts'
import { describeConnector } from '../testing/suite.ts'
import { createFileConnector } from './connector.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A folder with one file, and connectors to it. */
function startFolder() {
  const root = mkdtempSync(join(tmpdir(), 'mosaic-file-'))
  folders.push(root)
  const file = join(root, 'offers.json')
  const put = (text: string) => {
    rmSync(file, { force: true })
    writeFileSync(file, text)
    utimesSync(file, 1_700_000_000, 1_700_000_000)
  }
  put('[]')
  return {
    root,
    file,
    put,
    /** Whoever opens the file waits for ever, as on a dead share. */
    hang() {
      rmSync(file, { force: true })
      execFileSync('mkfifo', [file])
    },
  }
}

const ask = { path: 'offers' }

describeWholeFiles('file', async () => {
  const { root } = startFolder()
  return { root, connect: (rules) => createFileConnector({ folder: { root }, rules }) }
})

describeConnector({
  name: 'file',
  async start() {
    const { root, file, put, hang } = startFolder()
    return {
      connector: createFileConnector({ folder: { root }, rules }),
      ask,
      hang,
      slow: () => undefined,
      down: () => void (existsSync(root) && renameSync(root, `${root}-away`)),
      up() {
        if (existsSync(`${root}-away`)) renameSync(`${root}-away`, root)
        put('[]')
      },
      garbage() {
        put('<html>It works!</html>')
        writeFileSync(`${file}.done`, '')
      },
      huge() {
        put('')
        truncateSync(file, 512 * 1024 * 1024)
      },
      open: () => readerProcesses('file').length,
      hanging: () => readerProcesses('file').reduce((sum, reader) => sum + threadsInOpen(reader), 0),
      async close() {
        rmSync(`${root}-away`, { recursive: true, force: true })
      },
    }
  },
  without: {
    slow: 'a file system has no switch for it; that a late answer is never taken for another is shown by what hangs',
    dies: 'a read that hangs goes on hanging when its folder goes: that is "gives up at its time"',
  },
})

describe('reads that hang', () => {
  test('so many, and then none is begun; all of them end at their time, and take no other with them', async () => {
    const { root, hang, put } = startFolder()
    const connector = createFileConnector({ folder: { root }, rules })
    hang()
    const hung = Array.from({ length: 4 * 64 }, () => connector.send(ask, { timeoutMs: 3_000 }).catch((error: unknown) => error))
    const begun = performance.now()
    await expect(connector.send(ask, { timeoutMs: 3_000 })).rejects.toMatchObject({
      code: 'BSS_UNAVAILABLE',
      wasSent: false,
      isRetryable: true,
    })
    expect(performance.now() - begun).toBeLessThan(100)
    expect(readerProcesses('file')).toHaveLength(4)
    for (const failure of await Promise.all(hung)) expect(failure).toMatchObject({ code: 'BSS_TIMEOUT' })
    put('[1]')
    await vi.waitFor(async () => expect((await connector.send(ask, { timeoutMs: 3_000 })).data).toEqual([1]), { timeout: 10_000 })
    await connector.close()
    await vi.waitFor(() => expect(readerProcesses('file')).toEqual([]))
  })

  test('end with the BFF, however it ends', async () => {
    const { root, hang } = startFolder()
    hang()
    const program = `
      import { createFileConnector } from ${JSON.stringify(new URL('connector.ts', import.meta.url).href)}
      const connector = createFileConnector(${JSON.stringify({ folder: { root }, rules })})
      void connector.send({ path: 'offers' }, { timeoutMs: 600_000 })`
    const bff = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' })
    await vi.waitFor(() => expect(readerProcesses('file', bff.pid)).toHaveLength(1), { timeout: 20_000, interval: 50 })
    const [reader] = readerProcesses('file', bff.pid)
    bff.kill('SIGKILL')
    await vi.waitFor(() => expect(() => process.kill(Number(reader), 0)).toThrow('ESRCH'), { timeout: 10_000, interval: 50 })
  })
})

test('a reader process that dies fails what it reads, and another takes its place', async () => {
  const { root, hang, put } = startFolder()
  const connector = createFileConnector({ folder: { root }, rules })
  hang()
  const cut = connector.send(ask, { timeoutMs: 10_000 })
  for (const reader of readerProcesses('file')) process.kill(reader, 'SIGKILL')
  await expect(cut).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', isRetryable: true })
  put('[1]')
  expect((await connector.send(ask, { timeoutMs: 10_000 })).data).toEqual([1])
  await connector.close()
})

/** How many threads of a process the kernel holds in the opening of a FIFO that nobody writes to. */
function threadsInOpen(pid: number): number {
  const tasks = `/proc/${pid}/task`
  const places = readdirSync(tasks).map((task) => readFileSync(join(tasks, task, 'wchan'), 'utf8'))
  return places.filter((place) => place === 'wait_for_partner').length
}
