import type { Surface } from '@mosaic/schemas/release'
import { businessHomes } from './surfaces/business.ts'
import { careHomes } from './surfaces/care.ts'
import { deviceHomes } from './surfaces/devices.ts'
import { landings } from './surfaces/landings.ts'
import { planHomes } from './surfaces/plans.ts'
import { welcomeHomes } from './surfaces/welcome.ts'

export const surfaces: Surface[] = [...careHomes, ...welcomeHomes, ...businessHomes, ...deviceHomes, ...planHomes, ...landings]
