import type { Menu, Target } from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import { targets } from './targets.ts'

type MenuNode = Menu['nodes'][number]
type MenuOption = MenuNode['options'][number]

/** The voice menus of the demo, as they are spoken under its numbers. Complaints stand on the first level, where AGCOM wants them. */
export const menus: Menu[] = [
  {
    id: 'menu',
    name: 'Assistenza clienti',
    numbers: ['+39800399100'],
    nodes: [
      level('start', 'Benvenuto in Aurora. Come possiamo aiutarti?', 'Welcome to Aurora. How can we help?', [
        to('1', 'Fattura', 'Your bill', { node: 'bills' }),
        to('2', 'Credito e ricarica', 'Credit and top-up', { node: 'credit' }),
        to('3', 'Qualcosa non funziona', 'Something does not work', { node: 'troubles' }),
        to('4', 'Offerte e opzioni', 'Offers and options', { node: 'offers' }),
        to('5', 'SIM smarrita o bloccata', 'Lost or locked SIM', target('sim-and-puk')),
        to('6', 'Il mio appuntamento', 'My appointment', target('appointment')),
        to('9', 'Reclami', 'Complaints', { callBack: true }),
        to('0', 'Parlare con un operatore', 'Speak to an operator', { callBack: true }),
      ]),
      level('bills', 'La tua fattura', 'Your bill', [
        to('1', 'Perché pago questa cifra', 'Why I pay this much', target('bill-explained')),
        to('2', 'Pagare una fattura', 'Pay a bill', target('pay-bill')),
        to('3', 'Fatture passate', 'Past bills', target('past-bills')),
        to('4', 'Gli addebiti di questo mese', 'This month’s charges', target('charges-this-month')),
      ]),
      level('credit', 'Credito e ricarica', 'Credit and top-up', [
        to('1', 'Ricaricare', 'Top up', target('top-up')),
        to('2', 'Ricarica automatica', 'Automatic top-up', target('auto-top-up')),
      ]),
      level('troubles', 'Che cosa non funziona?', 'What does not work?', [
        to('1', 'Internet è lento o assente', 'Internet is slow or missing', target('data-used-up')),
        to('2', 'Non navigo all’estero', 'No internet abroad', target('abroad')),
        to('3', 'Internet di casa', 'Home internet', target('home-internet')),
      ]),
      level('offers', 'Offerte e opzioni', 'Offers and options', [
        to('1', 'Che cosa comprende il mio piano', 'What my plan includes', target('my-plan')),
        to('2', 'Attivare un’opzione', 'Add an option', target('option-on')),
        to('3', 'Disattivare un’opzione o un abbonamento', 'Cancel an option or a subscription', target('option-off')),
      ]),
    ],
  },
  {
    id: 'menu-business',
    name: 'Assistenza aziende',
    numbers: ['+39800399200'],
    nodes: [
      level('start', 'Aurora Business. Come possiamo aiutarti?', 'Aurora Business. How can we help?', [
        to('1', 'Fatture', 'Bills', target('past-bills')),
        to('2', 'Linee e opzioni', 'Lines and options', { node: 'lines' }),
        to('9', 'Reclami', 'Complaints', { callBack: true }),
        to('0', 'Il mio consulente', 'My adviser', { callBack: true }),
      ]),
      level('lines', 'Linee e opzioni', 'Lines and options', [
        to('1', 'SIM e PUK', 'SIM and PUK', target('sim-and-puk')),
        to('2', 'Opzioni attive', 'Active options', target('option-off')),
        to('3', 'All’estero', 'Abroad', target('abroad')),
      ]),
    ],
  },
]

function level(id: string, it: string, en: string, options: MenuOption[]): MenuNode {
  return { id, title: { it, en }, options }
}

function to(key: string, it: string, en: string, end: Pick<MenuOption, 'node' | 'target' | 'callBack'>): MenuOption {
  const text: LocalizedText = { it, en }
  return { key, text, ...end }
}

function target(id: Target['id']): Pick<MenuOption, 'target'> {
  if (!targets.some((one) => one.id === id)) throw new RangeError(`The seed has no target ${id}`)
  return { target: id }
}
