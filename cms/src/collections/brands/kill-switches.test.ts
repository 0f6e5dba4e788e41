import type { Field, TextField } from 'payload'
import { expect, it } from 'vitest'
import { killSwitchesField } from './kill-switches.ts'

it.each([
  ['kind', 'usage', {}, true],
  ['kind', 'toString', {}, false],
  ['kind', undefined, {}, false],
  ['from', '', {}, true],
  ['from', '1.5.0', {}, true],
  ['from', '1.5-beta', {}, false],
  ['until', '1.10', { from: '1.9' }, true],
  ['until', '1.9', { from: '1.9.0' }, false],
  ['until', '1.9', { from: 'nonsense' }, true],
  ['until', null, { from: '1.9' }, true],
])('the form takes as %s: %j beside %j → %s', (name, value, siblingData, isTaken) => {
  expect(validate(name)(value, { siblingData, req: { i18n: { language: 'it' } } }) === true).toBe(isTaken)
})

it.each([
  ['kind', undefined, 'it', 'Scegliete un tipo di widget dall’elenco.'],
  ['from', '2.0-beta', 'en', 'A version is needed, such as 2.0 or 1.5.3.'],
  ['until', '1.9', 'it', 'Deve venire dopo la 2.0, da cui si comincia.'],
])('what it does not take as %s it says in words', (name, value, language, words) => {
  expect(validate(name)(value, { siblingData: { from: '2.0' }, req: { i18n: { language } } })).toBe(words)
})

it('offers every kind by its name, in both languages', () => {
  const { admin } = textField('kind')
  expect(admin?.components?.Field).toMatchObject({
    clientProps: {
      options: expect.arrayContaining([
        { value: 'usage', label: expect.objectContaining({ it: expect.any(String), en: expect.any(String) }) },
      ]),
    },
  })
})

function validate(name: string): (value: unknown, options: { siblingData: object; req: { i18n: { language: string } } }) => unknown {
  return textField(name).validate as never
}

function textField(name: string): TextField {
  const fields = killSwitchesField.fields.flatMap((row: Field) => ('fields' in row ? row.fields : []))
  return fields.find((field) => 'name' in field && field.name === name) as TextField
}
