import { outcomeKinds, stepKinds, type GuideStep } from '@mosaic/schemas/release'
import { locales, type LocalizedText } from '@mosaic/schemas/text'
import { list, textOf, withoutEmpty } from '../../reader/rows.ts'
import { checkWays, type Answer } from './model.ts'

/** What is stored of a guide's steps as their editor can work with it, whatever was written into it otherwise. */
export function readSteps(value: unknown): GuideStep[] {
  return list(value).map((step, at) => {
    const kind = stepKinds.find((one) => one === step['kind']) ?? 'question'
    const outcome = outcomeKinds.find((one) => one === step['outcome'])
    const text = readText(step['text'])
    const answers = list(step['answers']).map(readAnswer)
    const names = ['image', ...(kind === 'check' ? ['trigger', ...checkWays] : []), ...(kind === 'outcome' ? ['target'] : [])]
    return {
      id: textOf(step.id) || `step-${at + 1}`,
      kind,
      title: readText(step['title']),
      ...(Object.keys(text).length > 0 && { text }),
      ...(kind === 'question' && { answers: answers.length > 0 ? answers : [readAnswer({}, 0)] }),
      ...Object.fromEntries(names.flatMap((name) => (textOf(step[name]) === '' ? [] : [[name, textOf(step[name])]]))),
      ...(kind === 'outcome' && outcome && { outcome }),
    }
  })
}

function readAnswer({ id, text, to }: Record<string, unknown>, at: number): Answer {
  return { id: textOf(id) || `answer-${at + 1}`, text: readText(text), to: textOf(to) }
}

function readText(value: unknown): LocalizedText {
  const text = withoutEmpty(value)
  return Object.fromEntries(locales.flatMap((locale) => (textOf(text[locale]) === '' ? [] : [[locale, textOf(text[locale])]])))
}
