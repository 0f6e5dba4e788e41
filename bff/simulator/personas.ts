import type { CustomerSpec, LineSpec } from './population/specs.ts'
import type { InTwoLanguages } from './population/types.ts'

/** The demo brand's clusters, in the order in which they are asked. */
export const demoClusters = [
  'in-debt', 'suspended', 'new-prepaid', 'new-postpaid', 'business-fleet', 'business-tablet-data', 'business-voice', 'invoice-issued',
  'low-credit', 'consumer-tablet', 'consumer-router', 'hybrid', 'inclusive-postpaid', 'inclusive-prepaid', 'base-postpaid', 'everyone',
] as const // prettier-ignore
export type DemoCluster = (typeof demoClusters)[number]

/** A customer worth knowing by name: who it is, and the cluster the demo brand's rules put the first line in. */
export type Persona = { customerId: string; name: string; cluster: DemoCluster; description: InTwoLanguages }

type PersonaSpec = CustomerSpec & { cluster: DemoCluster; name: NonNullable<CustomerSpec['name']>; description: InTwoLanguages }

const phone = { kind: 'voice', device: 'smartphone' } as const
const tablet = { kind: 'data', device: 'tablet' } as const
const router = { kind: 'data', device: 'router' } as const

/** The table of personas. The order gives the customer ids (the first is C-0001), so new ones go at the end. */
export const personaSpecs: readonly PersonaSpec[] = [
  {
    cluster: 'in-debt',
    segment: 'consumer',
    name: ['Marco', 'Ferrari'],
    birthDate: '1984-03-12',
    isInDebt: true,
    lastBillDays: 24,
    autopay: false,
    lines: [{ ...phone, payment: 'postpaid', planType: 'allInclusive', activeDays: 960, usedShare: 0.62, options: ['OPT-EUROPA'] }],
    description: {
      it: 'Abbonamento tutto incluso da quasi tre anni, con una fattura scaduta da pagare.',
      en: 'On an all-inclusive postpaid plan for almost three years, with one bill past its due date.',
    },
  },
  {
    cluster: 'suspended',
    segment: 'consumer',
    name: ['Elena', 'Ricci'],
    birthDate: '1991-07-25',
    lines: [
      { ...phone, payment: 'prepaid', planType: 'allInclusive', activeDays: 540, status: 'suspended', creditCents: 1_240, usedShare: 0.3 },
    ],
    description: {
      it: 'Ha smarrito il telefono e la sua linea ricaricabile è sospesa.',
      en: 'Lost her phone: her prepaid line is suspended.',
    },
  },
  {
    cluster: 'new-prepaid',
    segment: 'consumer',
    name: ['Giulia', 'Conti'],
    birthDate: '2003-11-02',
    lines: [{ ...phone, payment: 'prepaid', planType: 'allInclusive', activeDays: 5, creditCents: 1_501, usedShare: 0.08 }],
    description: {
      it: 'Cliente da cinque giorni, ricaricabile tutto incluso: sta ancora scoprendo l’app.',
      en: 'Joined five days ago on an all-inclusive prepaid plan, still finding her way around.',
    },
  },
  {
    cluster: 'new-postpaid',
    segment: 'consumer',
    name: ['Davide', 'Greco'],
    birthDate: '1979-01-30',
    lastBillDays: 8,
    autopay: true,
    lines: [{ ...phone, payment: 'postpaid', planType: 'allInclusive', activeDays: 12, usedShare: 0.21 }],
    description: {
      it: 'Passato ad Aurora da dodici giorni con un abbonamento e l’addebito in conto.',
      en: 'Moved to Aurora twelve days ago: postpaid, paid by direct debit.',
    },
  },
  {
    cluster: 'business-fleet',
    segment: 'business',
    name: 'Idraulica Fratelli Moretti S.r.l.',
    autopay: true,
    lastBillDays: 15,
    lines: [
      { ...phone, payment: 'postpaid', planType: 'allInclusive', activeDays: 1_400, options: ['OPT-SICURA'] },
      { ...phone, payment: 'postpaid', planType: 'allInclusive', activeDays: 1_400 },
      { ...phone, payment: 'postpaid', planType: 'base', activeDays: 900 },
      { ...phone, payment: 'postpaid', planType: 'base', activeDays: 400 },
      { ...tablet, payment: 'postpaid', planType: 'base', activeDays: 400 },
      { ...router, payment: 'postpaid', planType: 'allInclusive', activeDays: 700 },
    ],
    description: {
      it: 'Sei linee aziendali: i telefoni delle squadre, un tablet in cantiere e il router dell’ufficio.',
      en: 'Six business lines: the crews’ phones, a tablet on site and the office router.',
    },
  },
  {
    cluster: 'business-tablet-data',
    segment: 'business',
    name: 'Studio Notarile Lombardi',
    autopay: true,
    lastBillDays: 18,
    lines: [{ ...tablet, payment: 'postpaid', planType: 'allInclusive', activeDays: 610, usedShare: 0.44 }],
    description: {
      it: 'Una linea dati su tablet per le firme fuori sede.',
      en: 'One data line on a tablet, for signatures out of the office.',
    },
  },
  {
    cluster: 'business-voice',
    segment: 'business',
    name: 'Panificio Esposito & Figli',
    lastBillDays: 20,
    autopay: true,
    lines: [{ ...phone, payment: 'postpaid', planType: 'base', activeDays: 2_200, usedShare: 0.71 }],
    description: {
      it: 'Un forno con una sola linea voce, piano base a 500 minuti.',
      en: 'A bakery with a single voice line on the 500-minute base plan.',
    },
  },
  {
    cluster: 'invoice-issued',
    segment: 'consumer',
    name: ['Francesca', 'Romano'],
    birthDate: '1988-05-17',
    lastBillDays: 3,
    autopay: false,
    lines: [{ ...phone, payment: 'postpaid', planType: 'allInclusive', activeDays: 1_100, usedShare: 0.5 }],
    description: {
      it: 'La sua fattura è stata emessa tre giorni fa ed è ancora da pagare.',
      en: 'Her bill came out three days ago and is still to be paid.',
    },
  },
  {
    cluster: 'low-credit',
    segment: 'consumer',
    name: ['Luca', 'Esposito'],
    birthDate: '1998-09-08',
    lines: [{ ...phone, payment: 'prepaid', planType: 'allInclusive', activeDays: 447, creditCents: 120, usedShare: 0.82 }],
    description: {
      it: 'Ricaricabile con 1,20 € di credito: non basta per il prossimo rinnovo.',
      en: 'Prepaid with EUR 1.20 of credit left: not enough for the next renewal.',
    },
  },
  {
    cluster: 'consumer-tablet',
    segment: 'consumer',
    name: ['Anna', 'Colombo'],
    birthDate: '1975-12-01',
    lines: [{ ...tablet, payment: 'prepaid', planType: 'allInclusive', activeDays: 320, creditCents: 1_850, usedShare: 0.36 }],
    description: {
      it: 'Una SIM dati ricaricabile nel tablet, per leggere e vedere film in viaggio.',
      en: 'A prepaid data SIM in her tablet, for books and films on the move.',
    },
  },
  {
    cluster: 'consumer-router',
    segment: 'consumer',
    name: ['Roberto', 'Gallo'],
    birthDate: '1969-04-22',
    lastBillDays: 14,
    autopay: true,
    lines: [{ ...router, payment: 'postpaid', planType: 'allInclusive', activeDays: 505, usedShare: 0.9 }],
    description: {
      it: 'Internet di casa con il router 5G, giga illimitati.',
      en: 'Home internet on a 5G router, unlimited data.',
    },
  },
  {
    cluster: 'hybrid',
    segment: 'consumer',
    name: ['Silvia', 'Marino'],
    birthDate: '1993-02-14',
    lastBillDays: 16,
    autopay: true,
    lines: [
      { ...phone, payment: 'hybrid', planType: 'allInclusive', activeDays: 730, creditCents: 830, usedShare: 0.4, options: ['OPT-MINUTI'] },
    ],
    description: {
      it: 'Linea ibrida: il canone in fattura, gli extra dal credito.',
      en: 'A hybrid line: the fee on the bill, extras from the credit.',
    },
  },
  {
    cluster: 'inclusive-postpaid',
    segment: 'consumer',
    name: ['Paolo', 'Mancini'],
    birthDate: '1981-10-19',
    lastBillDays: 12,
    autopay: true,
    lines: [
      {
        ...phone,
        payment: 'postpaid',
        planType: 'allInclusive',
        activeDays: 1_830,
        usedShare: 0.55,
        options: ['OPT-GIGA-20', 'OPT-SICURA'],
      },
    ],
    description: {
      it: 'Abbonamento tutto incluso con due opzioni, tutto in regola.',
      en: 'All-inclusive postpaid with two options, everything in order.',
    },
  },
  {
    cluster: 'inclusive-prepaid',
    segment: 'consumer',
    name: ['Chiara', 'Rizzo'],
    birthDate: '2000-06-06',
    lines: [{ ...phone, payment: 'prepaid', planType: 'allInclusive', activeDays: 275, creditCents: 2_310, usedShare: 0.67 }],
    description: {
      it: 'Ricaricabile tutto incluso, credito buono, giga ben oltre la metà.',
      en: 'All-inclusive prepaid with healthy credit and well over half of the data used.',
    },
  },
  {
    cluster: 'base-postpaid',
    segment: 'consumer',
    name: ['Giovanni', 'Barbieri'],
    birthDate: '1958-08-30',
    lastBillDays: 17,
    autopay: true,
    lines: [{ ...phone, payment: 'postpaid', planType: 'base', activeDays: 2_650 }],
    description: {
      it: 'Abbonamento base da più di sette anni: paga solo ciò che usa.',
      en: 'On the postpaid base plan for over seven years: pays only for what he uses.',
    },
  },
  {
    cluster: 'everyone',
    segment: 'consumer',
    name: ['Teresa', 'Fontana'],
    birthDate: '1947-01-06',
    lines: [{ ...phone, payment: 'prepaid', planType: 'base', activeDays: 3_900, creditCents: 3_475 }],
    description: {
      it: 'Ricaricabile a consumo da oltre dieci anni, chiama poco e ricarica a Natale.',
      en: 'Pay-as-you-go for over ten years: calls little, tops up at Christmas.',
    },
  },
  {
    cluster: 'business-fleet',
    segment: 'business',
    name: 'Logistica Adriatica S.p.A.',
    autopay: true,
    lastBillDays: 10,
    lines: fleet(75),
    description: {
      it: 'Una flotta di 75 linee fra autisti, magazzini e furgoni.',
      en: 'A fleet of 75 lines among drivers, warehouses and vans.',
    },
  },
  {
    cluster: 'inclusive-postpaid',
    segment: 'consumer',
    name: ['Alessandro', 'De Luca'],
    birthDate: '1977-03-03',
    lastBillDays: 13,
    autopay: true,
    lines: [
      { ...phone, payment: 'postpaid', planType: 'allInclusive', activeDays: 1_200, usedShare: 0.48 },
      { ...tablet, payment: 'postpaid', planType: 'allInclusive', activeDays: 800, usedShare: 0.2 },
      { ...phone, payment: 'prepaid', planType: 'allInclusive', activeDays: 410, creditCents: 250, usedShare: 0.95 },
      { ...router, payment: 'postpaid', planType: 'allInclusive', activeDays: 600 },
    ],
    description: {
      it: 'Una famiglia, quattro linee: due in fattura, il router di casa e la ricaricabile del figlio, quasi scarica.',
      en: 'A family of four lines: two on the bill, the home router, and the son’s prepaid, nearly out of credit.',
    },
  },
  {
    cluster: 'inclusive-prepaid',
    segment: 'consumer',
    name: ['Emily', 'Carter'],
    birthDate: '2002-04-11',
    language: 'en',
    lines: [
      {
        ...phone,
        payment: 'prepaid',
        planType: 'allInclusive',
        activeDays: 96,
        creditCents: 1_120,
        usedShare: 0.73,
        options: ['OPT-EUROPA'],
      },
    ],
    description: {
      it: 'Studentessa Erasmus a Bologna: usa l’app in inglese.',
      en: 'An exchange student in Bologna who uses the app in English.',
    },
  },
  {
    cluster: 'low-credit',
    segment: 'consumer',
    name: ['Nicola', 'Serra'],
    birthDate: '1986-12-24',
    lines: [{ ...phone, payment: 'prepaid', planType: 'base', activeDays: 700, creditCents: -90 }],
    description: {
      it: 'Credito sotto zero: ha usato il servizio di continuità.',
      en: 'Credit below zero: the continuity service was used.',
    },
  },
  {
    cluster: 'everyone',
    segment: 'consumer',
    name: ['Maria Antonietta Beatrice', 'Sforza Cesarini di Torrechiara'],
    birthDate: '1962-02-28',
    lines: [{ ...phone, payment: 'prepaid', planType: 'base', activeDays: 1_500, creditCents: 12_050 }],
    description: {
      it: 'Un nome molto lungo, per vedere come si comporta la pagina.',
      en: 'A very long name, to see how the page takes it.',
    },
  },
]

/** The personas as the start script and the tests know them. */
export const personas: readonly Persona[] = personaSpecs.map((spec, index) => ({
  customerId: `C-${String(index + 1).padStart(4, '0')}`,
  name: typeof spec.name === 'string' ? spec.name : spec.name.join(' '),
  cluster: spec.cluster,
  description: spec.description,
}))

/** Enough lines that one page of the product inventory cannot hold them. */
function fleet(count: number): [LineSpec, ...LineSpec[]] {
  const line = (index: number): LineSpec => ({
    ...(index % 5 === 4 ? tablet : phone),
    payment: 'postpaid',
    planType: index % 3 === 0 ? 'allInclusive' : 'base',
    activeDays: 300 + index * 7,
    options: index % 10 === 0 ? ['OPT-SICURA'] : [],
  })
  return [line(0), ...Array.from({ length: count - 1 }, (_, index) => line(index + 1))]
}
