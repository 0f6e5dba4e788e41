/** The guides there are, by what the customer says; those that are about him first. */
export const guidesDocument = `query CareGuides($text: String, $customer: ID!, $line: ID) {
  guides(text: $text, customer: $customer, line: $line) {
    id
    title
    fits
    found {
      step
      title {
        value
        lang
      }
      found {
        value
        lang
      }
    }
  }
}`

const runParts = `fragment GuideRunParts on GuideRun {
  id
  guide
  lineId
  title {
    value
    lang
  }
  at
  step {
    id
    kind
    title {
      value
      lang
    }
    text {
      value
      lang
    }
    image {
      url
      width
      height
      alt
    }
    answers {
      id
      text {
        value
        lang
      }
      isChosen
    }
    outcome
  }
  trail {
    step
    kind
    title {
      value
      lang
    }
    found {
      value
      lang
    }
    by
    agent
  }
  target {
    id
    title
    opens
    wants
    uses
    fits
  }
  isReported
  ticket
  helper
  isMine
  message {
    value
    lang
  }
}`

/** What a customer has walked lately, newest first. */
export const guideRunsDocument = `query CareGuideRuns($customer: ID!) {
  guideRuns(customer: $customer) {
    ...GuideRunParts
  }
}

${runParts}`

export const startGuideDocument = `mutation CareStartGuide($customer: ID!, $line: ID, $guide: ID!) {
  startGuide(customer: $customer, line: $line, guide: $guide) {
    ...GuideRunParts
  }
}

${runParts}`

/** Null: there is no such walk any more. */
export const answerGuideDocument = `mutation CareAnswerGuide($run: ID!, $step: ID!, $answer: ID!) {
  answerGuide(run: $run, step: $step, answer: $answer) {
    ...GuideRunParts
  }
}

${runParts}`

export const backInGuideDocument = `mutation CareBackInGuide($run: ID!, $step: ID!) {
  backInGuide(run: $run, step: $step) {
    ...GuideRunParts
  }
}

${runParts}`

export const openTicketDocument = `mutation CareOpenTicket($run: ID!, $idempotencyKey: String!) {
  openTicket(run: $run, idempotencyKey: $idempotencyKey) {
    status
    message
    run {
      ...GuideRunParts
    }
  }
}

${runParts}`
