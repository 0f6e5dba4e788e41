import type { Random } from './random.ts'

const women = [
  'Giulia', 'Francesca', 'Martina', 'Chiara', 'Sara', 'Elena', 'Valentina', 'Alessia', 'Federica', 'Silvia', 'Paola', 'Laura', 'Anna',
  'Beatrice', 'Camilla', 'Ginevra', 'Ilaria', 'Noemi', 'Caterina', 'Teresa',
] as const // prettier-ignore
const men = [
  'Marco', 'Luca', 'Andrea', 'Matteo', 'Davide', 'Alessandro', 'Simone', 'Federico', 'Stefano', 'Giovanni', 'Paolo', 'Antonio', 'Roberto',
  'Tommaso', 'Pietro', 'Emanuele', 'Nicola', 'Salvatore', 'Gabriele', 'Enrico',
] as const // prettier-ignore
const families = [
  'Rossi', 'Russo', 'Ferrari', 'Esposito', 'Bianchi', 'Romano', 'Colombo', 'Ricci', 'Marino', 'Greco', 'Bruno', 'Gallo', 'Conti', 'De Luca',
  'Mancini', 'Costa', 'Giordano', 'Rizzo', 'Lombardi', 'Moretti', 'Barbieri', 'Fontana', 'Santoro', 'Mariani', 'Rinaldi', 'Caruso', 'Ferrara',
  'Galli', 'Martini', 'Leone', 'Longo', 'Gentile', 'Martinelli', 'Vitale', 'Lombardo', 'Serra', 'Coppola', 'D’Angelo', 'Marchetti', 'Parisi',
] as const // prettier-ignore
const trades = [
  'Officina', 'Studio', 'Panificio', 'Farmacia', 'Edilizia', 'Trasporti', 'Libreria', 'Trattoria', 'Vivai', 'Tipografia', 'Arredamenti',
  'Enoteca', 'Ottica', 'Autoscuola', 'Ceramiche', 'Palestra',
] as const // prettier-ignore
const forms = ['S.r.l.', 'S.n.c.', 'S.p.A.', '& Figli'] as const
const streets = [
  'Via Garibaldi',
  'Via Roma',
  'Corso Italia',
  'Via Mazzini',
  'Piazza Dante',
  'Viale dei Tigli',
  'Via Verdi',
  'Via dei Mille',
] as const
const towns = [
  ['Milano', '20121'], ['Roma', '00184'], ['Torino', '10121'], ['Napoli', '80133'], ['Bologna', '40121'], ['Firenze', '50122'], ['Bari', '70121'],
  ['Palermo', '90133'], ['Verona', '37121'], ['Genova', '16121'], ['Trieste', '34121'], ['Cagliari', '09124'], ['Lecce', '73100'], ['Parma', '43121'],
] as const // prettier-ignore

export function drawPerson(random: Random): { givenName: string; familyName: string } {
  return { givenName: random.chance(0.5) ? random.pick(women) : random.pick(men), familyName: random.pick(families) }
}

export function drawCompany(random: Random): string {
  return `${random.pick(trades)} ${random.pick(families)} ${random.pick(forms)}`
}

export function drawAddress(random: Random): { street: string; city: string; postCode: string } {
  const [city, postCode] = random.pick(towns)
  return { street: `${random.pick(streets)}, ${random.integer(1, 140)}`, city, postCode }
}

/** An address under a domain reserved for examples: nothing sent there can reach anybody. */
export function emailOf(name: string, customerId: string): string {
  const local = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '')
  return `${local}.${customerId.slice(2)}@example.com`
}
