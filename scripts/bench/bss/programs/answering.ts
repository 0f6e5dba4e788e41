/** The other end of children.ts: what this process was started with, and how it answers. */
export function startOf<Start>(): Start {
  return JSON.parse(process.argv[2] ?? '{}') as Start
}

/** Says that it is ready, and from now on answers every question. */
export function answering<Question, Answer>(answer: (question: Question) => Promise<Answer> | Answer): void {
  process.on('message', (question: Question) => {
    void Promise.resolve(answer(question)).then((said) => process.send?.(said as object))
  })
  process.send?.('ready')
}
