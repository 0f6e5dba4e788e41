'use client'
import { attributeByName, type RuleIssue } from '@mosaic/schemas/rules'
import type { ValueEditorProps } from 'react-querybuilder'
import type { RuleWords } from '../words/rule-words.ts'
import { issuePath, valueShape } from './stored-rule.ts'
import { ChoiceInput, ListInput, SpanInput, TypedInput } from './value-inputs.tsx'

/** What the builder hands to its parts. */
export type RuleContext = { language: 'it' | 'en'; words: RuleWords; issues: readonly RuleIssue[] }

/** The value of one comparison, edited by the attribute's type; below it, what is wrong with this comparison. */
export function RuleValueEditor({ field, operator, value, handleOnChange, disabled, path, context }: ValueEditorProps) {
  const { language, words, issues } = context as RuleContext
  const own = issuePath(path)
  const messages = issues.filter((issue) => issue.path === own || issue.path.startsWith(`${own}/`))
  const attribute = attributeByName(field)
  const common = { disabled: Boolean(disabled), words, language }

  return (
    <>
      {attribute && <span className="mosaic-rule__value">{editor()}</span>}
      {messages.length > 0 && (
        <span className="mosaic-rule__issue" role="status">
          {messages[0]?.message[language]}
        </span>
      )}
    </>
  )

  function editor() {
    if (!attribute) return null
    switch (valueShape(attribute, operator)) {
      case 'none':
        return null
      case 'span':
        return <SpanInput {...common} value={value} onChange={handleOnChange} />
      case 'list':
        return <ListInput {...common} attribute={attribute} value={value} onChange={handleOnChange} />
      case 'choice':
        return <ChoiceInput {...common} attribute={attribute} value={value} onChange={handleOnChange} />
      case 'pair': {
        const [from, to] = Array.isArray(value) ? value : ['', '']
        return (
          <>
            <span aria-hidden>{words.from}</span>
            <TypedInput {...common} attribute={attribute} label={words.from} value={from} onChange={(next) => handleOnChange([next, to])} />
            <span aria-hidden>{words.to}</span>
            <TypedInput {...common} attribute={attribute} label={words.to} value={to} onChange={(next) => handleOnChange([from, next])} />
          </>
        )
      }
      case 'single':
        return <TypedInput {...common} attribute={attribute} label={words.value} value={value} onChange={handleOnChange} />
    }
  }
}
