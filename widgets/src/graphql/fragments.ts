/**
 * Fragments that every client's document shares: the parts, the archetypes' faces, and the envelope. `sharedFragments` must stand once in a
 * document that uses any of them.
 */
export const sharedFragments = `
fragment TextParts on Text {
  value
  lang
}

fragment MoneyParts on Money {
  amount
  currency
  text
}

fragment ImageParts on Image {
  url
  width
  height
  focalX
  focalY
  alt
  crops {
    ratio
    url
    width
    height
  }
}

fragment ActionParts on Action {
  __typename
  id
  label {
    ...TextParts
  }
  accessibilityLabel
  confirm {
    title
    body
    acceptLabel
    cancelLabel
  }
  ... on OpenLink {
    deepLink
    webUrl
    minAppVersion
  }
  ... on RunMutation {
    operationId
    variables {
      name
      value
    }
    refreshes
  }
}

fragment GaugeParts on GaugeLike {
  gauge {
    label {
      ...TextParts
    }
    ratio
    valueText
    actions {
      ...ActionParts
    }
  }
}

fragment BannerParts on BannerLike {
  banner {
    headline {
      ...TextParts
    }
    body {
      ...TextParts
    }
    image {
      ...ImageParts
    }
    overlay
    actions {
      ...ActionParts
    }
  }
}

fragment ListParts on ListLike {
  list {
    items {
      id
      primary
      secondary
      value
      action {
        ...ActionParts
      }
    }
  }
}

fragment ActionsParts on ActionsLike {
  actions {
    ...ActionParts
  }
}

fragment WidgetEnvelope on Widget {
  __typename
  id
  kind
  schemaVersion
  state
  issue {
    code
    message
    retryable
    retryAfterSeconds
  }
  title {
    ...TextParts
  }
  fallback {
    title
    body
    action {
      ...ActionParts
    }
  }
  style {
    tone
    surfaceToken
    onSurfaceToken
    themeId
  }
  action {
    ...ActionParts
  }
  freshness {
    source
    fetchedAt
    staleAfter
    expiresAt
  }
  tracking {
    impressionId
    visiblePercent
    visibleMs
    limit
    variant
    context
  }
  accessibility {
    label
    hint
    role
    liveRegion
  }
}
`.trim()

/** The fragments a widget's selection spreads before its kinds' own: the envelope, and a face for kinds this client does not know. */
export const baseFragmentNames = ['WidgetEnvelope', 'GaugeParts', 'BannerParts', 'ListParts', 'ActionsParts'] as const
