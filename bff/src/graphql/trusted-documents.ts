import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MosaicError } from '@mosaic/schemas/errors'
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'

/** One question that a shipped client asks, ready to be executed. */
export type TrustedDocument = {
  /** The SHA-256 of its text, in hex: what a client sends instead of the text. */
  id: string
  /** Such as `web/1.0/home.graphql`. */
  file: string
  document: DocumentNode
}

/** By id. */
export type TrustedDocuments = ReadonlyMap<string, TrustedDocument>

/** The name of a document for those who know its text: the SHA-256 of the bytes, in hex. */
export function documentId(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Reads the documents of every client and version below a folder, parses and validates them: what a customer asks later is compiled by then.
 * @throws {MosaicError} TRUSTED_DOCUMENT_INVALID, naming the file, when one does not fit the schema; TRUSTED_DOCUMENTS_UNREADABLE
 */
export async function readTrustedDocuments(folder: string, schema: GraphQLSchema): Promise<TrustedDocuments> {
  const documents = new Map<string, TrustedDocument>()
  const compiled = compiledFor(schema)
  for (const file of await filesBelow(folder)) {
    const text = await readFile(join(folder, file), 'utf8')
    const id = documentId(text)
    const said = text.replaceAll(/^#.*$/gm, '#')
    const document = compiled.get(said) ?? compile(said, file, schema)
    compiled.set(said, document)
    documents.set(id, { id, file, document })
  }
  return documents
}

/**
 * What has been compiled for a schema, by text with its remarks empty: apps of different platforms ask the same, and say in a remark whose it is. The lines
 * stay: errors name places by them. Kept as long as the schema: of several servers in one process only the first compiles.
 */
function compiledFor(schema: GraphQLSchema): Map<string, DocumentNode> {
  let compiled = compiledBySchema.get(schema)
  if (!compiled) compiledBySchema.set(schema, (compiled = new Map()))
  return compiled
}
const compiledBySchema = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>()

async function filesBelow(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql')).sort()
  } catch (cause) {
    const got = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    const fault = { expected: `a folder of documents at ${folder}`, got, fix: 'Set TRUSTED_DOCUMENTS_DIR to where it is' }
    throw new MosaicError('TRUSTED_DOCUMENTS_UNREADABLE', 'The documents of the apps cannot be read', fault, { cause })
  }
}

function compile(text: string, file: string, schema: GraphQLSchema): DocumentNode {
  try {
    const document = parse(text)
    const [mistake] = validate(schema, document)
    if (mistake) throw mistake
    return document
  } catch (cause) {
    const got = cause instanceof GraphQLError ? cause.message : 'another'
    const fault = {
      expected: 'a document that the schema accepts',
      got,
      fix: 'A shipped client asks it: the schema must keep what it asks for',
    }
    throw new MosaicError('TRUSTED_DOCUMENT_INVALID', `${file} cannot be served`, fault, { cause })
  }
}
