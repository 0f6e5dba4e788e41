/**
 * The very question that his app asks, asked on behalf of an agent: the same selection of the same page, with the same fragments.
 *
 * @param home the text of the web home's own document, `schemas/operations/web/<version>/home.graphql`
 */
export function appDocument(home: string): string {
  const page = /^ {2}mosaic\([^)]*\) (\{[\s\S]*?\n {2}\})\n\}/m.exec(home)?.[1]
  const fragments = home.slice(home.indexOf('\nfragment '))
  if (!page || !fragments.startsWith('\nfragment '))
    throw new TypeError('The document of the web home has another form than expected: a field mosaic, then fragments')
  return `query CareApp($id: ID!, $line: ID, $surface: String!, $device: DeviceInput!, $formFactor: FormFactor!) {
  customer(id: $id) {
    id
    home(line: $line, surface: $surface, device: $device) ${page}
  }
}
${fragments}`
}

/** Why he sees what he sees, on the same page of the same device. */
export const whyDocument = `query CareWhy($id: ID!, $line: ID, $surface: String!, $device: DeviceInput!) {
  customer(id: $id) {
    id
    why(line: $line, surface: $surface, device: $device) {
      cluster {
        ...ClusterParts
      }
      passedOver {
        ...ClusterParts
      }
      tiles {
        ...TileParts
      }
      absent {
        ...TileParts
      }
    }
  }
}

fragment ClusterParts on ClusterReason {
  id
  name
  because
  sentence
  rule {
    ...RuleParts
  }
}

fragment TileParts on TileReason {
  contentId
  name
  kind
  because
  sentence
  rule {
    ...RuleParts
  }
  validFrom
  validUntil
}

fragment RuleParts on RuleNode {
  depth
  combinator
  isNegated
  outcome
  sentence
  label
  actual
}`
