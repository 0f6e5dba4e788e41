import { personas, type DemoCluster } from '../../bff/simulator/personas.ts'
import { demoPeople } from '../../cms/src/seed/people.ts'
import { box, table } from './box.ts'
import { bold, dim } from './steps.mjs'
import type { Addresses } from './system.ts'

/** Customers whose homes differ most; the sign-in page shows all. */
const showcase: readonly DemoCluster[] = ['new-prepaid', 'low-credit', 'in-debt', 'inclusive-postpaid', 'business-fleet', 'consumer-router']

/** Where to click and who to be, in a box: what a newcomer sees when everything runs. */
export function welcome({ cms, bff, simulator }: Addresses): string {
  const places = table([
    [bold('Customers'), `${bff}/`, 'sign in as a demo customer'],
    [bold('Care agents'), `${bff}/care`, 'help somebody who calls'],
    [bold('Editors'), `${cms}/admin`, 'change a content, publish it'],
    [bold('Other channels'), `${bff}/api/v1/`, 'the same over REST and SOAP'],
    [bold('Gallery'), `${bff}/gallery/`, 'every widget in every state'],
    [bold('Simulator'), `${simulator}/_simulator`, "the operator's systems, faults on demand"],
  ])
  const editors = table(
    demoPeople.map(({ email, password, name, roles }) => [`  ${email}`, password, dim(`${name}, ${roles.join(' and ')}`)]),
  )
  const shown = showcase.flatMap((cluster) => personas.filter((persona) => persona.cluster === cluster).slice(0, 1))
  const customers = table(shown.map(({ customerId, name, cluster }) => [`  ${customerId}`, name, dim(cluster)]))
  return box([
    '',
    ...places,
    '',
    `Editors' logins ${dim('(e-mail, password)')}`,
    ...editors,
    '',
    `Demo customers ${dim('(no password; the sign-in page shows them all)')}`,
    ...customers,
    '',
  ])
}
