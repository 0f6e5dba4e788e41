import {
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
  closeSync,
  mkdtempSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BssFailure } from '../../../failure.ts'
import type { Connector } from '../../contract.ts'
import type { FileAnswer, FileFormat, FileRequest, FileRules } from '../contract.ts'

/** A connector to a folder, and the same folder from the side of those who write to it. */
export type FolderUnderTest = {
  root: string
  connect(rules: FileRules): Connector<FileRequest, FileAnswer>
}

export const rules = { format: 'json', settleMs: 2_500, marker: '.done', maxBytes: 1024 * 1024 } satisfies FileRules

/** Whoever reads files must hold this, wherever the files are: only whole ones, and none from elsewhere. */
export function describeWholeFiles(kind: string, start: () => Promise<FolderUnderTest>): void {
  describe(`${kind}: only whole files of the folder`, () => {
    let root: string
    let connect: FolderUnderTest['connect']
    let json: Connector<FileRequest, FileAnswer>
    beforeAll(async () => {
      ;({ root, connect } = await start())
      json = connect(rules)
    })
    afterAll(() => json.close())

    const ask = (path: string) => json.send({ path }, { timeoutMs: 10_000 })
    const refusal = (path: string) =>
      ask(path).then(
        () => 'an answer',
        (error: unknown) => error as BssFailure,
      )
    const write = (name: string, text: string | Buffer) => writeFileSync(join(root, name), text)
    const settle = (name: string, secondsAgo = 60) => {
      const when = Date.now() / 1_000 - secondsAgo
      utimesSync(join(root, name), when, when)
    }

    test('a file that nobody has written to for a while, and when it was written', async () => {
      write('old.json', '\ufeff{"à":1}')
      utimesSync(join(root, 'old.json'), 1_700_000_000, 1_700_000_000)
      expect(await ask('old')).toEqual({ data: { à: 1 }, modifiedAt: '2023-11-14T22:13:20.000Z' })
    })

    test('XML, in the encoding it declares', async () => {
      mkdirSync(join(root, 'deep'))
      write('deep/old.xml', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a><b>caffè</b><b>x</b></a>', 'latin1'))
      settle('deep/old.xml')
      const xml = connect({ ...rules, format: 'xml' satisfies FileFormat })
      expect((await xml.send({ path: 'deep/old' }, { timeoutMs: 10_000 })).data).toEqual({ a: { b: ['caffè', 'x'] } })
      await xml.close()
    })

    test('a fresh file waits, unless its marker says that it is whole; a marker of an earlier file says nothing', async () => {
      write('fresh.json.done', '')
      settle('fresh.json.done')
      write('fresh.json', '[1]')
      const patient = connect({ ...rules, settleMs: 60_000 })
      await expect(patient.send({ path: 'fresh' }, { timeoutMs: 10_000 })).rejects.toMatchObject({
        code: 'BSS_UNAVAILABLE',
        isRetryable: true,
        fault: { got: 'one written to a moment ago' },
      })
      await patient.close()
      await sleep(10)
      write('fresh.json.done', '')
      expect((await ask('fresh')).data).toEqual([1])
    })

    test('a time in the far future does not hide a file for ever', async () => {
      write('future.json', '[2]')
      settle('future.json', -1_000_000)
      expect((await ask('future')).data).toEqual([2])
    })

    test('half a file that its writer left behind is never read; a broken one that is called whole is a bad answer', async () => {
      write('half.json', '{"offers":[{"id":1},{"i')
      settle('half.json')
      expect(await refusal('half')).toMatchObject({ code: 'BSS_UNAVAILABLE', isRetryable: true })
      write('half.json.done', '')
      const failure = await refusal('half')
      expect(failure).toMatchObject({ code: 'BSS_BAD_ANSWER', isRetryable: false, fault: { expected: 'complete JSON' } })
      expect(JSON.stringify(failure)).not.toContain('offers')
    })

    test('a writer that writes in place and slowly is waited for', async () => {
      const text = (version: number) => JSON.stringify({ version, items: Array.from({ length: 500 }, () => version) })
      write('slow.json', text(1))
      settle('slow.json')
      expect((await ask('slow')).data).toEqual(JSON.parse(text(1)))

      const file = openSync(join(root, 'slow.json'), 'w')
      const end = text(2).length - 1
      for (let at = 0; at < end; at += 200) {
        writeSync(file, text(2).slice(at, Math.min(at + 200, end)))
        expect(await refusal('slow')).toMatchObject({ code: 'BSS_UNAVAILABLE' })
        await sleep(20)
      }
      writeSync(file, text(2).slice(end))
      closeSync(file)
      settle('slow.json', 30)
      await vi.waitFor(async () => expect((await ask('slow')).data).toEqual(JSON.parse(text(2))), { timeout: 10_000 })
    })

    test('a writer that overwrites without truncating never gives a mixture', async () => {
      const text = (version: number) => JSON.stringify({ first: version, middle: 'x'.repeat(200_000), last: version })
      write('mixed.json', text(10))
      settle('mixed.json')
      let isWriting = true
      const writer = (async () => {
        for (let version = 11; version < 30; version++) {
          const file = openSync(join(root, 'mixed.json'), 'r+')
          const bytes = Buffer.from(text(version))
          writeSync(file, bytes, 0, 20, 0)
          await sleep(10)
          writeSync(file, bytes, bytes.length - 20, 20, bytes.length - 20)
          closeSync(file)
          await sleep(10)
        }
        isWriting = false
      })()
      while (isWriting) {
        const { data } = await ask('mixed').catch(() => ({ data: { first: 0, last: 0 } }))
        const { first, last } = data as { first: number; last: number }
        expect(first).toBe(last)
      }
      await writer
      await vi.waitFor(async () => expect((await ask('mixed')).data).toMatchObject({ first: 29, last: 29 }), { timeout: 10_000 })
    })

    test('a writer that renames gives the old or the new version, and no moment without one', async () => {
      const versionOf = async () => ((await ask('renamed')).data as { version: number; again: number }).version
      const publish = (version: number) => {
        write('renamed.json.tmp', JSON.stringify({ version, filling: 'x'.repeat(1_000 + version), again: version }))
        settle('renamed.json.tmp')
        renameSync(join(root, 'renamed.json.tmp'), join(root, 'renamed.json'))
      }
      publish(0)
      let isPublishing = true
      const publisher = (async () => {
        for (let version = 1; version <= 100; version++) {
          publish(version)
          await sleep(3)
        }
        isPublishing = false
      })()
      let last = 0
      while (isPublishing) {
        // Replaced between its opening and the look at its name: asked again at once.
        const version = await versionOf().catch((failure: BssFailure) => {
          expect(failure).toMatchObject({ code: 'BSS_UNAVAILABLE', isRetryable: true })
          return last
        })
        expect(version).toBeGreaterThanOrEqual(last)
        last = version
      }
      await publisher
      expect(await versionOf()).toBe(100)
    })

    test('a file that stays the same is not read again; a changed one is', async () => {
      write('same.json', '{"a":1}')
      settle('same.json', 90)
      const first = await ask('same')
      expect((await ask('same')).data).toBe(first.data)
      write('same.json', '{"a":2}')
      settle('same.json', 60)
      expect((await ask('same')).data).toEqual({ a: 2 })
    })

    test('nothing outside of the folder, by any way', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'mosaic-outside-'))
      writeFileSync(join(outside, 'secret.json'), '"secret"')
      symlinkSync(join(outside, 'secret.json'), join(root, 'link.json'))
      symlinkSync(outside, join(root, 'folder'))
      for (const path of ['link', 'folder/secret']) {
        expect(await refusal(path)).toMatchObject({ code: 'BSS_BAD_ANSWER', fault: { got: 'a link that leads out of it' } })
      }
      const wayOut = join('..', outside, 'secret')
      for (const path of [
        wayOut,
        `deep/${wayOut}`,
        join(outside, 'secret'),
        '',
        '.',
        '..',
        'a//b',
        'a/',
        '.hidden',
        'a\0b',
        'a\\b',
        'a b',
        'x'.repeat(600),
      ]) {
        expect({ path, failure: await refusal(path) }).toMatchObject({ path, failure: { code: 'BSS_BAD_ANSWER', isRetryable: false } })
      }
      // What a customer's id can be at worst, encoded as every variable part is.
      expect(await refusal(encodeURIComponent('../../etc/passwd'))).toMatchObject({ code: 'BSS_BAD_ANSWER' })
      expect(await refusal(`bills/${encodeURIComponent('a/../../b')}`)).toMatchObject({ code: 'BSS_UNAVAILABLE' })
      rmSync(outside, { recursive: true })
    })

    test('a link inside of the folder', async () => {
      write('v2.json', '[2]')
      settle('v2.json')
      symlinkSync('v2.json', join(root, 'latest.json'))
      expect((await ask('latest')).data).toEqual([2])
    })

    test('no file, no file yet, and what is no file', async () => {
      expect(await refusal('absent')).toMatchObject({ code: 'BSS_UNAVAILABLE', isRetryable: true, fault: { got: 'none of that name' } })
      mkdirSync(join(root, 'directory.json'))
      expect(await refusal('directory')).toMatchObject({ name: 'MosaicError' })
      write('large.json', Buffer.alloc(rules.maxBytes + 1, ' '))
      settle('large.json')
      expect(await refusal('large')).toMatchObject({ code: 'BSS_BAD_ANSWER', fault: { expected: `at most ${rules.maxBytes} bytes` } })
    })

    test('the largest file there may be, with every byte in its place', async () => {
      const text = JSON.stringify(Array.from({ length: 120_000 }, (_, index) => index))
      write('full.json', text)
      settle('full.json')
      expect(JSON.stringify((await ask('full')).data)).toBe(readFileSync(join(root, 'full.json'), 'utf8'))
    })
  })
}
