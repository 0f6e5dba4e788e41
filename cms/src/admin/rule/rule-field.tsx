'use client'
import { attributeByName, attributes, checkRule, describeRule, operatorLabel, operatorsFor, type RuleGroup } from '@mosaic/schemas/rules'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useEffect, useMemo, useState } from 'react'
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder'
import { QueryBuilderHistory } from 'react-querybuilder/history'
import 'react-querybuilder/dist/query-builder-layout.css'
import { useWords } from '../words/language.ts'
import { ruleWords } from '../words/rule-words.ts'
import { firstValue, storedRule } from './stored-rule.ts'
import { RuleValueEditor, type RuleContext } from './value-editor.tsx'
import './rule.css'

const emptyRule: RuleGroup = { combinator: 'and', rules: [] }

/** The condition builder: reads itself back as a sentence while it is edited, and says beside each condition what is wrong with it. */
export const RuleField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled } = useField<RuleGroup | undefined>({ path })
  const { language } = useWords()
  const words = ruleWords[language]
  const stored = value ?? emptyRule

  // The builder numbers its conditions so that typing keeps its place; what is stored has no such numbers.
  const [query, setQuery] = useState<RuleGroupType>(stored as RuleGroupType)
  useEffect(() => {
    if (JSON.stringify(storedRule(query)) !== JSON.stringify(storedRule(stored))) setQuery(stored as RuleGroupType)
    // Only when the stored rule itself changes (another version was restored), not at every key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stored])

  const issues = useMemo(() => checkRule(storedRule(query)), [query])
  const sentence = useMemo(() => describeRule(storedRule(query), language, { currency: 'EUR' }), [query, language])
  const context: RuleContext = { language, words, issues }
  const isReadOnly = readOnly || disabled

  const change = (next: RuleGroupType) => {
    setQuery(next)
    const rule = storedRule(next)
    if (JSON.stringify(rule) !== JSON.stringify(storedRule(stored))) setValue(rule)
  }

  return (
    <div className="field-type mosaic-rule" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <p className="mosaic-rule__sentence" aria-live="polite" data-valid={issues.length === 0}>
        {query.rules.length === 0 ? (
          words.everybody
        ) : (
          <>
            <span className="mosaic-rule__reads">{words.reads}</span> {sentence}
          </>
        )}
      </p>
      {issues
        .filter((issue) => !issue.path.startsWith('rules/'))
        .map((issue) => (
          <p key={issue.path + issue.code} className="mosaic-rule__issue">
            {issue.message[language]}
          </p>
        ))}
      <QueryBuilderHistory maxHistory={50} coalesceMs={500}>
        <QueryBuilder
          query={query}
          onQueryChange={change}
          enableMountQueryChange={false}
          fields={fieldMenu(language)}
          getOperators={(name: string) => operatorMenu(name, language)}
          getDefaultValue={({ field: name, operator }) => {
            const attribute = attributeByName(name)
            return attribute && firstValue(attribute, operator)
          }}
          combinators={[
            { name: 'and', value: 'and', label: words.all },
            { name: 'or', value: 'or', label: words.any },
          ]}
          controlElements={{ valueEditor: RuleValueEditor }}
          controlClassnames={{ queryBuilder: 'queryBuilder-branches mosaic-rule__builder' }}
          autoSelectField={false}
          resetOnFieldChange
          resetOnOperatorChange
          listsAsArrays
          showNotToggle
          showCloneButtons
          disabled={Boolean(isReadOnly)}
          context={context}
          translations={{
            fields: { title: words.attribute, placeholderName: '~', placeholderLabel: words.chooseAttribute, placeholderGroupLabel: '' },
            operators: { title: words.operator, placeholderName: '~', placeholderLabel: words.chooseOperator, placeholderGroupLabel: '' },
            value: { title: words.value },
            combinators: { title: words.join },
            notToggle: { label: words.not, title: words.not },
            addRule: { label: words.addRule, title: words.addRule },
            addGroup: { label: words.addGroup, title: words.addGroup },
            removeRule: { label: '✕', title: words.removeRule },
            removeGroup: { label: '✕', title: words.removeGroup },
            cloneRule: { label: <CopyIcon />, title: words.cloneRule },
            cloneRuleGroup: { label: <CopyIcon />, title: words.cloneGroup },
            undo: { label: '↶', title: words.undo },
            redo: { label: '↷', title: words.redo },
          }}
        />
      </QueryBuilderHistory>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

function CopyIcon() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
      <rect x="1" y="1" width="8" height="8" rx="1.5" />
      <rect x="5" y="5" width="8" height="8" rx="1.5" />
    </svg>
  )
}

/** The catalogue as a menu, grouped by what the attribute is about. */
function fieldMenu(language: 'it' | 'en') {
  const groups = new Map<string, { name: string; value: string; label: string }[]>()
  for (const { name, label, group } of attributes) {
    const options = groups.get(group[language]) ?? []
    groups.set(group[language], [...options, { name, value: name, label: label[language] }])
  }
  return [...groups].map(([label, options]) => ({ label, options }))
}

function operatorMenu(name: string, language: 'it' | 'en') {
  const attribute = attributeByName(name)
  if (!attribute) return []
  return operatorsFor(attribute.type, attribute.options).map((operator) => ({
    name: operator,
    value: operator,
    label: operatorLabel(operator, attribute.type)[language],
  }))
}
