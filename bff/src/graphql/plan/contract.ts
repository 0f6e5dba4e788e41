import type { FormFactor } from '@mosaic/schemas/release'
import type { Capabilities, WidgetView } from '@mosaic/widgets'
import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Home } from '../../home/compose-home.ts'
import type { LayoutView } from '../../home/lay-out.ts'
import type { Session } from '../../identity/session.ts'
import type { LineRef } from '../../me/my-lines.ts'
import type { Theme } from '../../release/compile.ts'

/** What a plan is made of: an operation that the schema accepts, its fragments, and the variables that decide what is skipped. */
export type Planning = {
  schema: GraphQLSchema
  operation: OperationDefinitionNode
  fragments: Readonly<Record<string, FragmentDefinitionNode>>
  variables: Variables
}
export type Variables = Readonly<Record<string, unknown>>

/**
 * A question about homes, ready to be answered: its fields in the order of the answer, each with a function that writes it. What is the same in every answer
 * (names, braces) is text already. Every function takes the values of the variables, so that one plan serves all who ask.
 */
export type Plan = { roots: readonly RootPart[]; capabilities: Capabilities }

export type RootPart =
  | { part: 'text'; text: string }
  | { part: 'me'; prefix: string; fields: readonly MePart[] }
  | { part: 'home'; prefix: string; argumentsOf: (variables: Variables) => HomeArguments; fields: readonly HomePart[] }
export type HomeArguments = { surface: string; line: string | undefined }

export type MePart =
  | { part: 'text'; prefix: string; text: string }
  | { part: 'session'; prefix: string; write: (session: Session) => string }
  | { part: 'lines'; prefix: string; write: (lines: readonly LineRef[]) => string }

export type HomePart =
  | { part: 'text'; prefix: string; text: string }
  | { part: 'head'; prefix: string; name: string; write: (head: HomeHead) => string }
  | { part: 'theme'; prefix: string; write: (theme: Theme) => string }
  | { part: 'themes'; prefix: string; write: (themes: readonly Theme[]) => string }
  | { part: 'layout'; prefix: string; formFactorOf: (variables: Variables) => FormFactor; write: (layout: LayoutView) => string }
  | { part: 'widgets'; prefix: string; write: WriteWidget }

/** The same function for the same plan: what it has written is kept under it. */
export type WriteWidget = (view: WidgetView | null) => string

/** What stands on a home beside its themes, its layout and its widgets. */
export type HomeHead = Omit<Home, 'theme' | 'themes' | 'layout' | 'widgets'>
