import type { Menu } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { menus } from '../../seed/body/menus.ts'
import { targets } from '../../seed/body/targets.ts'
import { menuIssues } from './menu-issues.ts'
import {
  firstLevel,
  keys,
  levelAdded,
  levelRemoved,
  levelsOf,
  mostOptions,
  optionAdded,
  optionKeyed,
  optionLed,
  optionMoved,
  optionRemoved,
  optionWritten,
  titled,
  type MenuNode,
} from './model.ts'
import { readNodes } from './read-menu.ts'
import { spokenLines } from './spoken.ts'

const [menu] = menus as [Menu, ...Menu[]]
const known = targets.map(({ id }) => id)
const issuesOf = (nodes: MenuNode[]) => menuIssues({ ...menu, nodes }, known)
const keysOf = (nodes: readonly MenuNode[], at = 0) => nodes[at]!.options.map(({ key }) => key)

describe('a menu that is being written', () => {
  it('begins with one level and one option, which is told to lead nowhere', () => {
    expect(issuesOf(firstLevel()).map(({ severity, level, option }) => ({ severity, level, option }))).toEqual(
      expect.arrayContaining([
        { severity: 'error', level: 0, option: 0 },
        { severity: 'error', level: 0, option: undefined },
      ]),
    )
  })

  it('is whole by keyboard steps alone, and nothing is wrong with it then', () => {
    let nodes = firstLevel()
    nodes = titled(titled(nodes, 0, 'it', 'Ciao'), 0, 'en', 'Hello')
    nodes = optionWritten(optionWritten(nodes, 0, 0, 'it', 'Fattura'), 0, 0, 'en', 'Bill')
    nodes = levelAdded(nodes, 0, 0)
    expect(nodes[1]).toMatchObject({ id: 'level-2', title: { it: 'Fattura', en: 'Bill' } })
    nodes = optionWritten(optionWritten(nodes, 1, 0, 'it', 'Pagare'), 1, 0, 'en', 'Pay')
    nodes = optionLed(nodes, 1, 0, { target: 'pay-bill' })
    nodes = optionAdded(nodes, 0, 0)
    nodes = optionKeyed(nodes, 0, 1, '9')
    nodes = optionLed(optionWritten(optionWritten(nodes, 0, 1, 'it', 'Reclami'), 0, 1, 'en', 'Complaints'), 0, 1, { callBack: true })
    expect(issuesOf(nodes)).toEqual([])
    expect(spokenLines(nodes[0]!, 'it')).toEqual(['Ciao', 'Per «Fattura», premi 1.', 'Per «Reclami», premi 9.'])
    expect(spokenLines(nodes[1]!, 'en')).toEqual(['Bill', 'For "Pay", press 1.'])
  })

  it('gives out the keys of a telephone, each once, and no more than there are', () => {
    let nodes = firstLevel()
    for (let count = 0; count < 20; count++) nodes = optionAdded(nodes, 0, count)
    expect(keysOf(nodes)).toEqual([...keys])
    expect(nodes[0]!.options).toHaveLength(mostOptions)
  })

  it('moves options with their keys, and not beyond the ends', () => {
    expect(keysOf(optionMoved(menu.nodes, 0, 0, 1)).slice(0, 3)).toEqual(['2', '1', '3'])
    expect(keysOf(optionMoved(menu.nodes, 0, 0, 2)).slice(0, 3)).toEqual(['2', '3', '1'])
    expect(keysOf(optionMoved(menu.nodes, 0, 2, 0)).slice(0, 3)).toEqual(['3', '1', '2'])
    expect(optionMoved(menu.nodes, 0, 0, -1)).toEqual(menu.nodes)
    const last = menu.nodes[0]!.options.length - 1
    expect(optionMoved(menu.nodes, 0, last, last + 1)).toEqual(menu.nodes)
  })

  it('keeps the last option, and the first level', () => {
    expect(optionRemoved(firstLevel(), 0, 0)).toEqual(firstLevel())
    expect(levelRemoved(menu.nodes, 0)).toEqual(menu.nodes)
  })

  it('leaves nothing that leads to a level which is gone, and says so', () => {
    const nodes = levelRemoved(menu.nodes, 1)
    expect(nodes[0]!.options[0]).toEqual({ key: '1', text: { it: 'Fattura', en: 'Your bill' } })
    expect(issuesOf(nodes)).toMatchObject([{ severity: 'error', level: 0, option: 0 }])
  })

  it('leads an option to one place alone', () => {
    const led = optionLed(menu.nodes, 0, 0, { target: 'abroad' })
    expect(led[0]!.options[0]).toEqual({ key: '1', text: { it: 'Fattura', en: 'Your bill' }, target: 'abroad' })
    expect(optionLed(led, 0, 0, undefined)[0]!.options[0]).toEqual({ key: '1', text: { it: 'Fattura', en: 'Your bill' } })
  })

  it('never gives a new level the id of another', () => {
    const nodes = levelAdded(levelRemoved(levelAdded(levelAdded(menu.nodes, 0, 0), 0, 1), 1), 0, 2)
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
  })
})

describe('the levels of a menu', () => {
  it('stand in the order in which callers get to them, with what opens each', () => {
    const levels = levelsOf(menu.nodes.toReversed().toSorted((one) => (one.id === 'start' ? -1 : 0)))
    expect(levels.map(({ node, depth }) => `${depth} ${node.id}`)).toEqual(['0 start', '1 bills', '1 credit', '1 troubles', '1 offers'])
    expect(levels[1]!.openers).toMatchObject([{ key: '1', level: { id: 'start' } }])
  })

  it('are each drawn once, also in circles and where nobody gets', () => {
    const round = optionLed(menu.nodes, 1, 0, { node: 'start' })
    const lost = [...round, { id: 'lost', title: {}, options: [{ key: '1', text: {}, node: 'lost' }] }]
    expect(levelsOf(lost).map(({ node }) => node.id)).toEqual(['start', 'bills', 'credit', 'troubles', 'offers', 'lost'])
  })
})

describe('what is stored', () => {
  it('is read as it was written', () => {
    for (const { nodes } of menus) expect(readNodes(structuredClone(nodes))).toEqual(nodes)
  })

  it.each([
    undefined,
    null,
    'nodes',
    [{}],
    [{ id: 3, title: 'x', options: 'y' }],
    [{ options: [{ key: 1, text: null, node: 4, callBack: 'no' }] }],
  ])('can be worked with whatever it is: %j', (value) => {
    for (const { id, options } of readNodes(value)) expect([id, options.length > 0]).toEqual([expect.stringMatching(/./), true])
  })
})

it('the menus of the demo have nothing wrong with them', () => {
  for (const one of menus) expect(menuIssues(one, known)).toEqual([])
})

it('a menu without a number is told beside no level', () => {
  expect(menuIssues({ ...menu, numbers: [] }, known)).toMatchObject([{ severity: 'warning', level: undefined, option: undefined }])
})
