import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSigningKeys, type Current } from '@mosaic/schemas/release'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readerProcesses } from '../bss/connectors/files/testing/reader-processes.ts'
import { largeRelease } from '../testing/large-release.ts'
import { publish } from '../testing/publish.ts'
import { createReleaseReader, ReaderClosedError, type ReleaseReader } from './read-apart.ts'
import { checkCurrent, readCurrent, readRelease } from './read.ts'

const { privateKeyPem, publicKeyPem } = createSigningKeys()
const brand = 'aurora'
let publishedDir: string
let current: Current
let reader: ReleaseReader

beforeAll(async () => {
  publishedDir = await mkdtemp(join(tmpdir(), 'mosaic-reader-'))
  await publish(publishedDir, largeRelease({ contents: 500, rules: 50 }), privateKeyPem, { number: 1 })
  current = checkCurrent((await readCurrent(publishedDir, brand)) ?? '', brand)
})
afterAll(() => rm(publishedDir, { recursive: true, force: true }))
beforeEach(() => void (reader = createReleaseReader({ publishedDir, publicKeyPem })))
afterEach(() => reader.close())

const read = () => reader.read(current, new Set())
const readers = () => readerProcesses('release')

test('what comes over in pieces is what is read here, to the last item and in its order', async () => {
  expect(await read()).toEqual(await readRelease(publishedDir, current, publicKeyPem, new Set()))
})

test('one process reads one release after the other', async () => {
  await read()
  const before = readers()
  await read()
  expect(readers()).toEqual(before)
  expect(before).toHaveLength(1)
})

test('what is wrong with a release is told as if it had been read here', async () => {
  const wrong = { ...current, manifestSha256: 'a'.repeat(64) }
  const here = await readRelease(publishedDir, wrong, publicKeyPem, new Set()).catch((error: unknown) => error)
  await expect(reader.read(wrong, new Set())).rejects.toMatchObject({
    refusal: { code: 'HASH_MISMATCH', message: (here as Error).message, isTransient: false },
  })
})

describe('a reader that hangs, on a file that never comes', () => {
  let file: string
  let signature: Buffer
  beforeEach(async () => {
    file = join(publishedDir, brand, 'releases/1/manifest.sig')
    signature = await readFile(file)
    await unlink(file)
    execFileSync('mkfifo', [file])
  })
  afterEach(async () => {
    await unlink(file)
    await writeFile(file, signature)
  })

  test('is given up after its time, and ended', async () => {
    const impatient = createReleaseReader({ publishedDir, publicKeyPem, silenceMs: 500 })
    await expect(impatient.read(current, new Set())).rejects.toMatchObject({ code: 'READER_SILENT' })
    await expect.poll(readers).toEqual([])
    impatient.close()
  })

  test('and is killed, is replaced: at once, and the next after a pause', async () => {
    await killed()
    await killed()
    // Nothing is started now: it would hang, and be given up as silent.
    await expect(read()).rejects.toMatchObject({ code: 'READER_ENDED' })
    expect(readers()).toEqual([])
  })

  async function killed(): Promise<void> {
    const kill = async () => {
      await expect.poll(readers).toHaveLength(1)
      for (const pid of readers()) process.kill(pid, 'SIGKILL')
    }
    await Promise.all([expect(read()).rejects.toMatchObject({ code: 'READER_ENDED' }), kill()])
  }

  test('ends with its BFF', async () => {
    const close = async () => {
      await expect.poll(readers).toHaveLength(1)
      reader.close()
    }
    await Promise.all([expect(read()).rejects.toBeInstanceOf(ReaderClosedError), close()])
    await expect.poll(readers).toEqual([])
    await expect(read()).rejects.toBeInstanceOf(ReaderClosedError)
  })
})
