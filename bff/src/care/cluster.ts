import { setTimeout as wait } from 'node:timers/promises'
import { createAnswers } from '../home/answers.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import { createJudge } from '../home/facts.ts'
import { identify } from '../home/identify.ts'
import { pickCluster } from '../home/pick-cluster.ts'
import type { Person } from './contract.ts'
import { sessionOfPerson } from './person-session.ts'

/** It is for reports only: nobody waits longer for it, in milliseconds. */
const patienceMs = 300

type Dependencies = Omit<HomeDependencies, 'metrics'> & { moment: Date }

/** The cluster a customer is in with one of his lines; `undefined` when it is not found out in time. */
export async function clusterOf(
  { moment, ...home }: Dependencies,
  brand: string,
  person: Person,
  line: string,
): Promise<string | undefined> {
  const found = find(home, brand, person, line, moment).catch((err: unknown) => {
    home.log.warn({ err }, 'the cluster of a customer could not be found out')
    return undefined
  })
  return Promise.race([found, wait(patienceMs, undefined, { ref: false })])
}

async function find(
  { engine, bss, factsDeadlineMs }: Omit<Dependencies, 'moment'>,
  brand: string,
  person: Person,
  line: string,
  now: Date,
): Promise<string> {
  const device = { platform: undefined, appVersion: undefined, formFactor: undefined, languages: undefined }
  const visit = identify(engine, { session: sessionOfPerson(person, brand), device, line, now })
  const answers = createAnswers(bss, visit.scope)
  answers.start(visit.release.earlyNeeds)
  return (await pickCluster(visit, createJudge(visit, answers, factsDeadlineMs))).id
}
