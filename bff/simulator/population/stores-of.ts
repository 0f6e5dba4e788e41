import { createRandom } from './random.ts'

export type SimStore = {
  id: string
  name: string
  description: string
  street: string
  streetNr: string
  postCode: string
  city: string
  latitude: number
  longitude: number
  phone: string
  /** From 1 for Monday: when it is open; a day without hours is closed. */
  week: readonly (readonly (readonly [opens: string, closes: string])[])[]
  services: readonly string[]
}

/** Where there are shops, how many, and where the town is. */
const towns = [
  ['Milano', '20121', 45.4642, 9.19, '02', 5], ['Roma', '00184', 41.9028, 12.4964, '06', 5], ['Torino', '10121', 45.0703, 7.6869, '011', 3],
  ['Napoli', '80133', 40.8518, 14.2681, '081', 4], ['Bologna', '40121', 44.4949, 11.3426, '051', 2], ['Firenze', '50122', 43.7696, 11.2558, '055', 2],
  ['Bari', '70121', 41.1171, 16.8719, '080', 2], ['Palermo', '90133', 38.1157, 13.3615, '091', 3], ['Verona', '37121', 45.4384, 10.9916, '045', 2],
  ['Genova', '16121', 44.4056, 8.9463, '010', 2], ['Trieste', '34121', 45.6495, 13.7768, '040', 1], ['Cagliari', '09124', 39.2238, 9.1217, '070', 2],
  ['Lecce', '73100', 40.3515, 18.175, '0832', 1], ['Parma', '43121', 44.8015, 10.3279, '0521', 1], ['Catania', '95124', 37.5079, 15.083, '095', 2],
  ['Venezia', '30121', 45.4408, 12.3155, '041', 1], ['Padova', '35121', 45.4064, 11.8768, '049', 2], ['Brescia', '25121', 45.5416, 10.2118, '030', 2],
  ['Bergamo', '24121', 45.6983, 9.6773, '035', 1], ['Modena', '41121', 44.6471, 10.9252, '059', 1], ['Perugia', '06121', 43.1107, 12.3908, '075', 1],
  ['Ancona', '60121', 43.6158, 13.5189, '071', 1], ['Pescara', '65121', 42.4618, 14.2161, '085', 1], ['Salerno', '84121', 40.6824, 14.7681, '089', 2],
  ['Messina', '98122', 38.1938, 15.554, '090', 1], ['Reggio Calabria', '89123', 38.1112, 15.6473, '0965', 1], ['Taranto', '74123', 40.4644, 17.247, '099', 1],
  ['Sassari', '07100', 40.7259, 8.5557, '079', 1], ['Trento', '38122', 46.0748, 11.1217, '0461', 1], ['Udine', '33100', 46.0711, 13.2346, '0432', 1],
  ['Pisa', '56121', 43.7228, 10.4017, '050', 1], ['Rimini', '47921', 44.0678, 12.5695, '0541', 1], ['Latina', '04100', 41.4676, 12.9037, '0773', 1],
  ['Foggia', '71121', 41.4622, 15.5446, '0881', 1], ['Aosta', '11100', 45.7349, 7.3131, '0165', 1],
] as const // prettier-ignore

const streets = ['Via Roma', 'Corso Italia', 'Via Garibaldi', 'Via Mazzini', 'Piazza Dante', 'Viale Europa', 'Via Verdi'] as const
const parts = ['Centro', 'Stazione', 'Nord', 'Sud', 'Porta Nuova'] as const

const split = [['09:00', '13:00'], ['15:30', '19:30']] as const // prettier-ignore
const kinds = [
  { description: 'Negozio in centro', week: [split, split, split, split, split, split, []] },
  {
    description: 'Negozio in centro',
    week: [...Array.from({ length: 6 }, () => [['10:00', '19:30']] as const), []],
  },
  { description: 'Centro commerciale', week: Array.from({ length: 7 }, () => [['09:00', '21:00']] as const) },
  { description: 'Punto Aurora', week: [split, split, split, split, split, [['09:00', '13:00']], []] },
] as const

const services = [
  'Nuove linee',
  'Cambio SIM ed eSIM',
  'Portabilità del numero',
  'Telefoni e tablet',
  'Pagamento fatture',
  'Assistenza aziende',
] as const

/** The operator's shops, in all towns. The same seed has the same shops. */
export function storesOf(seed: number): SimStore[] {
  return towns.flatMap(([city, postCode, latitude, longitude, prefix, count]) =>
    Array.from({ length: count }, (_, index): SimStore => {
      const random = createRandom(seed, `stores-${city}-${index}`)
      const { description, week } = random.pick(kinds)
      // Within a kilometre or two of the middle of the town.
      const nearby = (middle: number) => Number((middle + (random.next() - 0.5) * 0.03).toFixed(5))
      return {
        id: `ST-${postCode}-${index + 1}`,
        name: count === 1 ? `Aurora ${city}` : `Aurora ${city} ${parts[index] ?? index + 1}`,
        description,
        street: random.pick(streets),
        streetNr: String(random.integer(1, 120)),
        postCode,
        city,
        latitude: nearby(latitude),
        longitude: nearby(longitude),
        phone: `${prefix} ${random.integer(200_000, 999_999)}`,
        week,
        services: services.filter((_service, position) => position < 2 || random.chance(0.6)),
      }
    }),
  )
}
