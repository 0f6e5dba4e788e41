import { NoSchemaIntrospectionCustomRule, parse, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { documentLimits, limitDocument } from './limits.ts'

/** More mistakes than this in one document are not worth telling. */
const maxValidationErrors = 20

/** Documents: refuses the enormous while parsing, the greedy while validating. In production nobody is told what else there is. */
export function useLimits({ isProduction }: { isProduction: boolean }): Plugin {
  return {
    onParse: ({ setParseFn }) => setParseFn((source, options) => parse(source, { ...options, maxTokens: documentLimits.tokens })),
    onValidate: ({ addValidationRule, setValidationFn }) => {
      addValidationRule(limitDocument)
      if (isProduction) addValidationRule(NoSchemaIntrospectionCustomRule)
      setValidationFn((schema, document, rules) =>
        validate(schema, document, rules, { maxErrors: maxValidationErrors, hideSuggestions: isProduction }),
      )
    },
  }
}
