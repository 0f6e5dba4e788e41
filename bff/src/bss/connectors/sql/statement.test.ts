import { describe, expect, test } from 'vitest'
import { createSqlConnector } from './connector.ts'
import { sql, type SqlStatement } from './statement.ts'

const dollar = (index: number) => `$${index + 1}`

test('values stand beside the text, never in it', () => {
  const evil = `'; drop table sim; --`
  const statement = sql`select id from mosaic_line where id = ${evil} and kind = ${'voice'} and size > ${5}`
  expect(statement.text(dollar)).toBe('select id from mosaic_line where id = $1 and kind = $2 and size > $3')
  expect(statement.text(() => '?')).toBe('select id from mosaic_line where id = ? and kind = ? and size > ?')
  expect(statement.values).toEqual([evil, 'voice', 5])
  expect(statement.name).toBe('mosaic_line')
  expect(sql`select 1`.text(dollar)).toBe('select 1')
})

describe('what is put together is no statement', () => {
  const text = `select id from mosaic_line where id = 'L-1'`
  const called = sql as unknown as (texts: unknown, ...values: unknown[]) => SqlStatement
  test.each<[string, unknown]>([
    ['a text', text],
    ['a list', [text]],
    ['a frozen list', Object.freeze([text])],
    ['what came as JSON', JSON.parse(`{"0":${JSON.stringify(text)},"raw":[]}`)],
    ['a list that pretends', Object.assign([text], { raw: [text] })],
  ])('%s', (_title, texts) => expect(() => called(texts)).toThrow(TypeError))

  test.each([null, undefined, {}, [], { $ne: 1 }, Number.NaN, Symbol('x')])('the value %j is no parameter', (value) => {
    expect(() => sql`select 1 from mosaic_line where id = ${value as string}`).toThrow(TypeError)
  })

  test('the connector sends nothing else', async () => {
    const connector = createSqlConnector({ kind: 'sqlite', file: '/nowhere' })
    const send = (statement: unknown) => connector.send(statement as SqlStatement, { timeoutMs: 1_000 })
    for (const statement of [
      text,
      { text: () => text, values: [], name: 'x' },
      Object.create(Object.getPrototypeOf(sql`select 1`) as object),
    ]) {
      await expect(send(statement)).rejects.toThrow(TypeError)
    }
    await connector.close()
  })
})
