import type { IncomingHttpHeaders } from 'node:http'
import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { CareDependencies, Staff } from '../contract.ts'

/** What resolvers of the care desk may look at: one for each request. */
export type CareContext = Omit<CareDependencies, 'staff'> & {
  /** One moment for the whole answer. */
  moment: Date
  /** Accept-Language as sent: what the desk speaks. */
  languages: string | undefined
  /** Verifies the token on first use, once. Resolvers ask through `asStaff`, which looks at the roles too. */
  staff(): Promise<Staff>
  /** Verifies the token anew: for what lasts longer than an answer. */
  stillStaff(): Promise<Staff>
}

export type CareBuilder = WidgetBuilder<CareContext>

export function createCareContext(dependencies: CareDependencies, headers: IncomingHttpHeaders): CareContext {
  const stillStaff = () => dependencies.staff.staffOf(headers.authorization)
  let staff: Promise<Staff> | undefined
  return {
    ...dependencies,
    moment: new Date(dependencies.now()),
    languages: headers['accept-language'],
    staff: () => (staff ??= stillStaff()),
    stillStaff,
  }
}
