import { basename, dirname } from 'node:path'
import { readFileSync, readdirSync } from 'node:fs'
import { parse, print, visit, type DefinitionNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { nativeFiles } from './gen-native.ts'
import { inRoot } from './lib/house.ts'

const definitionsOf = (text: string) => parse(text, { noLocation: true }).definitions
const nameOf = (definition: DefinitionNode) => ('name' in definition && definition.name?.value) || ''
const sorted = (definitions: readonly DefinitionNode[]) => definitions.map((each) => print(each)).sort()

describe.each(['ios', 'android'])('operations for the code generator of %s', (platform) => {
  const files = [...nativeFiles()].filter(([file]) => dirname(file).endsWith(`native/${platform}/operations`))
  const all = files.flatMap(([, text]) => definitionsOf(text))
  const fragments = new Map(all.filter(({ kind }) => kind === 'FragmentDefinition').map((each) => [nameOf(each), each]))
  const trusted = inRoot('schemas', 'operations', platform, '2.0')

  /** An operation with all it names, as the generator puts it together. */
  const withFragments = (operation: DefinitionNode) => {
    const found = new Set<DefinitionNode>()
    const look = (definition: DefinitionNode) => {
      if (found.has(definition)) return
      found.add(definition)
      visit(definition, { FragmentSpread: ({ name }) => look(fragments.get(name.value) as DefinitionNode) })
    }
    look(operation)
    return [...found]
  }

  test('everything is defined once: the generator reads all files as one', () => {
    const names = all.map((each) => nameOf(each))
    expect(new Set(names).size).toBe(names.length)
  })

  test('every trusted document comes out of it again', () => {
    const texts = readdirSync(trusted).filter((file) => file.endsWith('.graphql'))
    expect(files.map(([file]) => basename(file)).sort()).toEqual([...texts, 'fragments.graphql'].sort())
    for (const file of texts) {
      const [operation] = definitionsOf(files.find(([each]) => basename(each) === file)?.[1] ?? '')
      expect(sorted(withFragments(operation as DefinitionNode))).toEqual(sorted(definitionsOf(readFileSync(`${trusted}/${file}`, 'utf8'))))
    }
  })
})
