import type { Device, LineKind, PlanType, Segment } from './types.ts'

/** Data in MB, voice in minutes, SMS in messages; `null` = unlimited, absent = not in the plan. */
type Allowance = { data?: number | null; voice?: number | null; sms?: number | null }
type Plan = { id: string; name: string; planType: PlanType; monthlyCents: number; allowance: Allowance }
export type Offering = {
  id: string
  name: string
  description: string
  cents: number
  recurring: boolean
  category: 'option' | 'plan' | 'device'
  allowance: Allowance
}

const gb = 1_000

/** The plan of every sort of line: who buys it, what it is used in, and how it charges. */
const plans = {
  consumer: {
    phone: {
      allInclusive: plan('PLAN-TUTTO-150', 'Aurora Tutto 150', 'allInclusive', 999, { data: 150 * gb, voice: null, sms: null }),
      base: plan('PLAN-BASE', 'Aurora Base', 'base', 0, {}),
    },
    data: {
      allInclusive: plan('PLAN-GIGA-200', 'Aurora Giga 200', 'allInclusive', 1_299, { data: 200 * gb }),
      base: plan('PLAN-GIGA-CONSUMO', 'Aurora Giga a consumo', 'base', 0, {}),
    },
    router: {
      allInclusive: plan('PLAN-CASA-5G', 'Aurora Casa 5G', 'allInclusive', 2_490, { data: null }),
      base: plan('PLAN-CASA-BASE', 'Aurora Casa Base', 'base', 990, { data: 50 * gb }),
    },
  },
  business: {
    phone: {
      allInclusive: plan('PLAN-BIZ-TUTTO', 'Aurora Business Tutto', 'allInclusive', 1_590, { data: 200 * gb, voice: null, sms: null }),
      base: plan('PLAN-BIZ-BASE', 'Aurora Business Base', 'base', 500, { voice: 500 }),
    },
    data: {
      allInclusive: plan('PLAN-BIZ-GIGA', 'Aurora Business Giga 300', 'allInclusive', 1_790, { data: 300 * gb }),
      base: plan('PLAN-BIZ-GIGA-BASE', 'Aurora Business Giga Base', 'base', 600, { data: 10 * gb }),
    },
    router: {
      allInclusive: plan('PLAN-BIZ-UFFICIO', 'Aurora Business Ufficio 5G', 'allInclusive', 3_490, { data: null, voice: null }),
      base: plan('PLAN-BIZ-UFFICIO-BASE', 'Aurora Business Ufficio Base', 'base', 1_490, { data: 100 * gb }),
    },
  },
} as const satisfies Record<Segment, Record<'phone' | 'data' | 'router', Record<PlanType, Plan>>>

export function planFor(segment: Segment, kind: LineKind, device: Device, planType: PlanType): Plan {
  const shape = device === 'router' ? 'router' : kind === 'data' ? 'data' : 'phone'
  return plans[segment][shape][planType]
}

/** What the operator sells beside the plans: the catalogue that offers are drawn from. */
export const offerings = [
  option('OPT-GIGA-20', 'Extra Giga 20', '20 GB in più ogni mese, attivi subito.', 499, true, { data: 20 * gb }),
  option('OPT-GIGA-WEEKEND', 'Weekend senza limiti', 'Giga illimitati da venerdì sera a domenica.', 299, false, { data: null }),
  option('OPT-EUROPA', 'Europa Plus', '10 GB e 200 minuti in più nei Paesi UE.', 390, true, { data: 10 * gb, voice: 200 }),
  option('OPT-MONDO', 'Mondo 7 giorni', '3 GB e 60 minuti in 60 Paesi fuori dall’UE, per una settimana.', 1_490, false, {
    data: 3 * gb,
    voice: 60,
  }),
  option('OPT-MINUTI', 'Minuti 500', '500 minuti verso tutti i numeri nazionali.', 390, true, { voice: 500 }),
  option('OPT-SMS', 'SMS 100', '100 SMS al mese verso tutti.', 199, true, { sms: 100 }),
  option('OPT-SEGRETERIA', 'Segreteria Smart', 'I messaggi in segreteria, letti e ascoltati dall’app.', 149, true, {}),
  option('OPT-SICURA', 'Navigazione Sicura', 'Protezione da virus e siti pericolosi su tutti i dispositivi.', 199, true, {}),
  offering('OFF-TUTTO-150', 'Aurora Tutto 150', '150 GB in 5G, minuti e SMS illimitati.', 999, true, 'plan'),
  offering('OFF-FAMIGLIA', 'Aurora Famiglia', 'Una seconda SIM con 100 GB per chi ami.', 799, true, 'plan'),
  offering('OFF-CASA-5G', 'Aurora Casa 5G', 'Internet di casa senza fili, con il router incluso.', 2_490, true, 'plan'),
  offering('OFF-BIZ-UFFICIO', 'Aurora Business Ufficio 5G', 'La rete dell’ufficio pronta in un giorno.', 3_490, true, 'plan'),
  offering('OFF-SMARTPHONE', 'Smartphone 5G a rate', 'Un nuovo smartphone in 24 rate, anticipo zero.', 1_250, true, 'device'),
  offering('OFF-TABLET', 'Tablet 11" con SIM dati', 'Tablet e 100 GB al mese in un unico canone.', 1_590, true, 'device'),
  offering('OFF-ESIM', 'Passa alla eSIM', 'La tua SIM diventa digitale, una volta sola.', 500, false, 'device'),
] as const satisfies readonly Offering[]

/** The options whose allowances are for use abroad. */
export const roamingOptions: ReadonlySet<string> = new Set(['OPT-EUROPA', 'OPT-MONDO'] satisfies OptionId[])

export type OfferingId = (typeof offerings)[number]['id']
export type OptionId = Extract<OfferingId, `OPT-${string}`>

const byId = new Map<string, Offering>(offerings.map((entry) => [entry.id, entry]))

export function offeringById(id: OfferingId): Offering {
  const found = byId.get(id)
  if (!found) throw new TypeError(`No offering ${id} in the catalogue`)
  return found
}

function plan(id: string, name: string, planType: PlanType, monthlyCents: number, allowance: Allowance): Plan {
  return { id, name, planType, monthlyCents, allowance }
}

function option<Id extends string>(id: Id, name: string, description: string, cents: number, recurring: boolean, allowance: Allowance) {
  return { id, name, description, cents, recurring, category: 'option', allowance } as const
}

function offering<Id extends string>(
  id: Id,
  name: string,
  description: string,
  cents: number,
  recurring: boolean,
  category: 'plan' | 'device',
) {
  return { id, name, description, cents, recurring, category, allowance: {} } as const
}
