import { Icon, type IconName } from '@mosaic/widgets/tile'
import { useTexts } from '../desk-context.tsx'
import { messages } from './messages.ts'
import { treeOf, type RuleTree } from './tree.ts'
import type { RuleNode } from './types.ts'

/** A rule as a tree: each part with what it came to, and the value it looked at. */
export function RuleTreeView({ rule }: { rule: readonly RuleNode[] | null }) {
  const tree = rule && treeOf(rule)
  if (!tree) return null
  return (
    <ul className="rule-tree">
      <Part tree={tree} />
    </ul>
  )
}

function Part({ tree: { node, parts } }: { tree: RuleTree }) {
  const texts = useTexts(messages)
  if (node.combinator === null)
    return (
      <li className="rule-leaf">
        <Outcome outcome={node.outcome} />
        <span>
          {node.sentence}
          {node.label !== null && (
            <span className="rule-actual">
              {node.actual === null ? texts.actualUnknown(node.label) : texts.actual(node.label, node.actual)}
            </span>
          )}
        </span>
      </li>
    )
  const [only, second] = parts
  // A group of one is that one.
  if (only && !second && !node.isNegated) return <Part tree={only} />
  return (
    <li className="rule-group">
      <p>
        <Outcome outcome={node.outcome} />
        {words(node)}
      </p>
      <ul>
        {parts.map((part, index) => (
          <Part key={index} tree={part} />
        ))}
      </ul>
    </li>
  )

  function words({ combinator, isNegated }: RuleNode): string {
    if (combinator === 'and') return isNegated ? texts.notAllOf : texts.allOf
    return isNegated ? texts.noneOf : texts.anyOf
  }
}

function Outcome({ outcome }: { outcome: boolean | null }) {
  const texts = useTexts(messages)
  const { icon, word, tone } = shown()
  return (
    <span className="rule-outcome" data-tone={tone}>
      <Icon name={icon} />
      <span>{word}</span>
    </span>
  )

  function shown(): { icon: IconName; word: string; tone: string } {
    if (outcome === null) return { icon: 'help', word: texts.outcomeUnknown, tone: 'warning' }
    return outcome
      ? { icon: 'check', word: texts.outcomeTrue, tone: 'positive' }
      : { icon: 'close', word: texts.outcomeFalse, tone: 'neutral' }
  }
}
