import { Icon, type IconName } from '@mosaic/widgets/tile'
import { useTexts } from '../desk-context.tsx'
import { messages } from './messages.ts'
import type { RuleTree } from './types.ts'

/** A rule as a tree: each part with what it came to, and the value it looked at. */
export function RuleTreeView({ tree }: { tree: RuleTree }) {
  return (
    <ul className="rule-tree">
      <Node tree={tree} />
    </ul>
  )
}

function Node({ tree }: { tree: RuleTree }) {
  const texts = useTexts(messages)
  if (tree.kind === 'rule')
    return (
      <li className="rule-leaf">
        <Outcome outcome={tree.outcome} />
        <span>
          {tree.sentence}
          <span className="rule-actual">
            {tree.actual === null ? texts.actualUnknown(tree.label) : texts.actual(tree.label, tree.actual)}
          </span>
        </span>
      </li>
    )
  const [only, second] = tree.rules
  // A group of one is that one.
  if (only && !second && !tree.not) return <Node tree={only} />
  return (
    <li className="rule-group">
      <p>
        <Outcome outcome={tree.outcome} />
        {words(tree)}
      </p>
      <ul>
        {tree.rules.map((rule, index) => (
          <Node key={index} tree={rule} />
        ))}
      </ul>
    </li>
  )

  function words({ combinator, not }: Extract<RuleTree, { kind: 'group' }>): string {
    if (combinator === 'and') return not ? texts.notAllOf : texts.allOf
    return not ? texts.noneOf : texts.anyOf
  }
}

function Outcome({ outcome }: { outcome: boolean | null }) {
  const texts = useTexts(messages)
  const [name, word, tone]: [IconName, string, string] =
    outcome === null
      ? ['help', texts.outcomeUnknown, 'warning']
      : outcome
        ? ['check', texts.outcomeTrue, 'positive']
        : ['close', texts.outcomeFalse, 'critical']
  return (
    <span className="rule-outcome" data-tone={tone}>
      <Icon name={name} />
      <span>{word}</span>
    </span>
  )
}
