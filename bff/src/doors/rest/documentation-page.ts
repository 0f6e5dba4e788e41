import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLObjectType,
  type GraphQLType,
} from 'graphql'
import type { Contract, Input, Offered } from '../contract.ts'
import { markup, type Markup } from '../markup.ts'
import { topics } from '../operations.ts'
import { basePath } from './base-path.ts'

/** The page that explains the REST door to a developer: no script, nothing from elsewhere, readable on a phone. */
export function documentationPage({ operations, schema }: Contract): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isUnionType(type))
  const shown = types.filter(({ name }) => !name.startsWith('__') && !['Query', 'Mutation'].includes(name))
  const page = markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Mosaic self-care: the REST door</title>
    <link rel="stylesheet" href="${basePath}/documentation.css" />
  </head>
  <body>
    <a class="skip" href="#operations">Skip to the operations</a>
    <header>
      <p class="kicker">Mosaic self-care · ${basePath}</p>
      <h1>The REST door</h1>
      <p class="lead">What the platform can do, for channels that do not speak GraphQL: the same customers, the same limits, the same answers.</p>
      <p class="links">
        <a href="${basePath}/openapi.json">OpenAPI document</a>
        <a href="/soap/v1?wsdl">WSDL of the SOAP door</a>
      </p>
    </header>
    <div class="columns">
      <nav aria-label="On this page">
        <ul>
          <li><a href="#rules">What holds everywhere</a></li>
          ${operations.map(({ name, isWrite, path }) => markup`<li><a href="#${name}">${method(isWrite)} <span>${path}</span></a></li>`)}
          <li><a href="#types">Types</a></li>
        </ul>
      </nav>
      <main>
        ${rules()}
        <div id="operations">${Object.entries(topics).map(([topic, about]) => section(topic, about, operations))}</div>
        <section aria-labelledby="types">
          <h2 id="types">Types</h2>
          ${shown.map((type) => (isObjectType(type) ? objectType(type) : unionType(type.name, type.description, type.getTypes())))}
        </section>
      </main>
    </div>
  </body>
</html>
`
  return page.markup
}

function rules(): Markup {
  return markup`<section aria-labelledby="rules">
    <h2 id="rules">What holds everywhere</h2>
    <ul class="rules">
      <li><strong>Who asks.</strong> Every operation needs the customer’s access token, as <code>Authorization: Bearer …</code>. He reaches his own lines only.</li>
      <li><strong>What is missing.</strong> What is not known is left out of an answer: where a description says null, the field is not there. New fields may come at any time.</li>
      <li><strong>What is old.</strong> <code>freshness</code> says when the system answered and until when the value is good.</li>
      <li><strong>What fails.</strong> A system that does not answer makes its own part <code>FAILED</code> with an issue; the answer itself is 200.
        What is wrong with the request is 400, 401 or 404, what passes by itself 503: <code>{"error": {"code", "message"}}</code>, where the code is stable.</li>
      <li><strong>What costs money.</strong> <code>idempotencyKey</code> is one per tap: the same key never pays twice, so a request without an answer may be sent again.</li>
    </ul>
  </section>`
}

function section(topic: string, about: string, operations: readonly Offered[]): Markup {
  return markup`<section aria-labelledby="topic-${topic}">
    <h2 id="topic-${topic}">${topic[0]?.toUpperCase()}${topic.slice(1)}</h2>
    <p>${about}</p>
    ${operations.filter((operation) => operation.topic === topic).map(article)}
  </section>`
}

function article({ name, path, isWrite, description, inputs, output }: Offered): Markup {
  return markup`<article id="${name}">
    <h3>${method(isWrite)} <code>${basePath}${path}</code></h3>
    <p>${prose(description)}</p>
    ${inputs.length > 0 ? inputTable(inputs, isWrite) : undefined}
    <p>Answers ${typeLink(output)}.</p>
    <pre tabindex="0"><code>${example(path, isWrite, inputs)}</code></pre>
  </article>`
}

function method(isWrite: boolean): Markup {
  return isWrite ? markup`<b class="method act">POST</b>` : markup`<b class="method">GET</b>`
}

function inputTable(inputs: readonly Input[], isWrite: boolean): Markup {
  return markup`<table>
    <caption>${isWrite ? 'Fields of the JSON body' : 'In the address'}</caption>
    <tbody>${inputs.map(
      ({ name, type, description, isRequired, fallback }) => markup`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>${typeLink(type)}${isRequired ? ', required' : ''}${fallback === undefined ? '' : `, else ${String(fallback)}`}</td>
        <td>${prose(description)}</td>
      </tr>`,
    )}</tbody>
  </table>`
}

/** Values stand for themselves: a reader replaces them by his own. */
function example(path: string, isWrite: boolean, inputs: readonly Input[]): string {
  const address = `"$MOSAIC${basePath}${path}`
  const sample = (input: Input) => input.fallback ?? (String(getNamedType(input.type)) === 'Int' ? 1000 : `<${input.name}>`)
  if (isWrite) {
    const body = JSON.stringify(Object.fromEntries(inputs.map((input) => [input.name, sample(input)])))
    return `curl ${address}" \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'`
  }
  const query = inputs.map((input) => `${input.name}=${String(sample(input))}`).join('&')
  return `curl ${address}${query && `?${query}`}" \\\n  -H "Authorization: Bearer $TOKEN"`
}

function objectType(type: GraphQLObjectType): Markup {
  return markup`<details>
    <summary><code>${type.name}</code> <span>${prose(type.description)}</span></summary>
    <table id="type-${type.name}"><tbody>${Object.values(type.getFields()).map(
      (field) => markup`<tr>
        <th scope="row"><code>${field.name}</code></th>
        <td>${typeLink(field.type)}${isNonNullType(field.type) ? '' : ', may be missing'}</td>
        <td>${prose(field.description)}</td>
      </tr>`,
    )}</tbody></table>
  </details>`
}

function unionType(name: string, description: string | null | undefined, members: readonly GraphQLObjectType[]): Markup {
  return markup`<details>
    <summary><code>${name}</code> <span>${prose(description)}</span></summary>
    <p id="type-${name}">One of these; its <code>__typename</code> says which:</p>
    <ul>${members.map((member) => markup`<li>${typeLink(member)}</li>`)}</ul>
  </details>`
}

function typeLink(type: GraphQLType): Markup {
  if (isNonNullType(type)) return typeLink(type.ofType)
  if (isListType(type)) return markup`list of ${typeLink(type.ofType)}`
  if (isEnumType(type))
    return markup`${type
      .getValues()
      .map(({ name }) => name)
      .join(' · ')}`
  if (isScalarType(type)) return markup`${type.name}`
  return markup`<a href="#type-${String(type)}">${String(type)}</a>`
}

/** Descriptions mark code with backquotes. */
function prose(text: string | null | undefined): Markup {
  const parts = (text ?? '').split(/`([^`]+)`/)
  return markup`${parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`))}`
}
