import type { Guide } from '@mosaic/schemas/release'
import { check, outcome, question } from './guide-steps.ts'
import { checks, occasions } from './triggers.ts'

/** What the demo's customers and agents walk through when something does not work. */
export const guides: Guide[] = [
  {
    id: 'slow-internet',
    name: 'Internet lento o assente',
    title: { it: 'Internet è lento o assente', en: 'Internet is slow or missing' },
    words: ['internet lento', 'non navigo', 'non c’è rete', 'slow internet', 'no internet', 'no signal'],
    steps: [
      check('suspended', ['La linea è sospesa?', 'Is the line suspended?'], checks.suspended, ['call', 'outage', 'outage']),
      check('outage', ['C’è un guasto nella tua zona?', 'Is there a fault in your area?'], checks.outage, [
        'outage-wait',
        'works',
        'works',
      ]),
      check('works', ['Oggi ci sono lavori nella tua zona?', 'Are there works in your area today?'], checks.works, [
        'works-wait',
        'data',
        'data',
      ]),
      check('data', ['I giga sono quasi finiti?', 'Is your data nearly used up?'], occasions.dataNearlyUsedUp, [
        'more-data',
        'where',
        'where',
      ]),
      question('where', ['Dove succede?', 'Where does it happen?'], undefined, [
        ['everywhere', ['Ovunque', 'Everywhere'], 'restart'],
        ['one-place', ['In un posto solo', 'In one place only'], 'indoors'],
        ['abroad', ['Sono all’estero', 'I am abroad'], 'go-abroad'],
      ]),
      question('indoors', ['Vicino a una finestra va meglio?', 'Is it better near a window?'], undefined, [
        ['yes', ['Sì', 'Yes'], 'indoors-end'],
        ['no', ['No', 'No'], 'restart'],
      ]),
      question(
        'restart',
        ['Spegni e riaccendi il telefono. Ora va?', 'Switch your phone off and on. Does it work now?'],
        ['Bastano dieci secondi da spento: poi si collega di nuovo alla rete.', 'Ten seconds off will do: then it joins the network anew.'],
        [
          ['yes', ['Sì, ora va', 'Yes, it works'], 'solved'],
          ['no', ['No, ancora niente', 'No, still nothing'], 'reported'],
        ],
      ),
      outcome(
        'outage-wait',
        'solved',
        ['Lo sappiamo già: ci stiamo lavorando', 'We know already: we are working on it'],
        [
          'Non serve segnalarlo. Nella tua home trovi quando pensiamo di finire.',
          'There is no need to report it. Your home says when we expect to finish.',
        ],
      ),
      outcome(
        'works-wait',
        'solved',
        ['Oggi miglioriamo la rete da te', 'We improve the network near you today'],
        ['È previsto: a lavori finiti torna tutto come prima.', 'It is planned: once done, everything is as before.'],
      ),
      outcome(
        'more-data',
        'action',
        ['I tuoi giga stanno finendo', 'Your data is running out'],
        ['Qui vedi quanti ne restano e come averne altri.', 'Here is how much is left, and how to get more.'],
        'data-used-up',
      ),
      outcome('go-abroad', 'action', ['All’estero la rete si imposta così', 'This is how your phone works abroad'], undefined, 'abroad'),
      outcome(
        'indoors-end',
        'solved',
        ['È il segnale al chiuso', 'It is the signal indoors'],
        ['I muri spessi lo fermano: al chiuso conviene il Wi-Fi.', 'Thick walls stop it: indoors, Wi-Fi is better.'],
      ),
      outcome('solved', 'solved', ['Bene, è risolto', 'Good, it is solved']),
      check('reported', ['Hai già una segnalazione aperta?', 'Is a report of yours open already?'], checks.reported, [
        'reported-call',
        'report',
        'report',
      ]),
      outcome(
        'reported-call',
        'callBack',
        ['La tua segnalazione c’è già', 'Your report is there already'],
        ['Ti richiamiamo noi per dirti a che punto siamo.', 'We call you to say how far we are.'],
      ),
      outcome(
        'report',
        'ticket',
        ['Serve un controllo sulla rete', 'The network needs to be checked'],
        [
          'Lo chiediamo noi ai tecnici, con tutto quello che hai già provato.',
          'We ask our engineers for it, with all that you have tried already.',
        ],
      ),
      outcome(
        'call',
        'callBack',
        ['La linea è sospesa: ne parliamo insieme', 'The line is suspended: let us talk'],
        ['Scegli quando, ti richiamiamo noi.', 'Choose when, and we call you.'],
      ),
    ],
  },
  {
    id: 'no-internet-abroad',
    name: 'All’estero non navigo',
    title: { it: 'All’estero non navigo', en: 'No internet abroad' },
    words: ['roaming non va', 'sono all’estero e non navigo', 'internet all’estero', 'roaming does not work', 'abroad no data'],
    steps: [
      question(
        'roaming-on',
        ['Nelle impostazioni il roaming è acceso?', 'Is roaming on in your settings?'],
        ['Di solito: Impostazioni, Rete mobile, Roaming dati.', 'Usually: Settings, Mobile network, Data roaming.'],
        [
          ['yes', ['Sì', 'Yes'], 'restart'],
          ['now', ['L’ho acceso ora e va', 'I switched it on and it works'], 'solved'],
          ['no', ['Non lo trovo', 'I cannot find it'], 'call'],
        ],
      ),
      question('restart', ['Spegni e riaccendi il telefono. Ora va?', 'Switch your phone off and on. Does it work now?'], undefined, [
        ['yes', ['Sì', 'Yes'], 'solved'],
        ['no', ['No', 'No'], 'option'],
      ]),
      check('option', ['Manca un’opzione per l’estero?', 'Is an option for abroad missing?'], occasions.withoutRoaming, [
        'see-abroad',
        'report',
        'report',
      ]),
      outcome(
        'see-abroad',
        'action',
        ['Guarda che cosa vale dove sei', 'See what applies where you are'],
        ['Fuori dall’Europa serve un’opzione: qui trovi quella giusta.', 'Outside Europe you need an option: the right one is here.'],
        'abroad',
      ),
      outcome('solved', 'solved', ['Bene, è risolto. Buon viaggio', 'Good, it is solved. Enjoy your trip']),
      outcome(
        'report',
        'callBack',
        ['Lo controlliamo noi, e ti richiamiamo', 'We look into it, and call you'],
        ['Controlliamo con l’operatore del Paese in cui sei.', 'We look into it with the operator of the country you are in.'],
      ),
      outcome(
        'call',
        'callBack',
        ['Lo troviamo insieme', 'We find it together'],
        ['Scegli quando, ti richiamiamo noi.', 'Choose when, and we call you.'],
      ),
    ],
  },
  {
    id: 'no-calls',
    name: 'Non ricevo chiamate',
    title: { it: 'Non ricevo chiamate', en: 'I receive no calls' },
    words: ['non mi chiama nessuno', 'risulto irraggiungibile', 'deviazione', 'cannot be called', 'unreachable'],
    steps: [
      check('sim', ['La SIM è bloccata?', 'Is the SIM locked?'], checks.simBlocked, ['see-sim', 'moved', 'moved']),
      check('moved', ['C’è un ordine in corso sulla linea?', 'Is an order under way on the line?'], checks.orderUnderWay, [
        'order-wait',
        'silent',
        'silent',
      ]),
      question('silent', ['Il telefono è in silenzioso o «Non disturbare»?', 'Is the phone silent, or on “Do not disturb”?'], undefined, [
        ['yes', ['Sì, era quello', 'Yes, that was it'], 'solved'],
        ['no', ['No', 'No'], 'diverted'],
      ]),
      question(
        'diverted',
        ['Le chiamate sono deviate a un altro numero?', 'Are calls diverted to another number?'],
        ['Componi ##002# e chiama: toglie ogni deviazione.', 'Dial ##002# and call: it removes every diversion.'],
        [
          ['fixed', ['Fatto, ora va', 'Done, it works now'], 'solved'],
          ['no', ['Ancora niente', 'Still nothing'], 'report'],
        ],
      ),
      outcome(
        'see-sim',
        'action',
        ['La tua SIM è bloccata', 'Your SIM is locked'],
        ['Qui trovi il PUK per sbloccarla.', 'The PUK that unlocks it is here.'],
        'sim-and-puk',
      ),
      outcome(
        'order-wait',
        'solved',
        ['C’è un cambio in corso sulla tua linea', 'A change is under way on your line'],
        ['Finché non è finito le chiamate possono mancare per poco.', 'Until it is done, calls may be missing for a while.'],
      ),
      outcome('solved', 'solved', ['Bene, è risolto', 'Good, it is solved']),
      outcome(
        'report',
        'callBack',
        ['Lo guardiamo noi, e ti richiamiamo', 'We look into it, and call you'],
        ['Scegli quando: chi ti chiama sa già che cosa hai provato.', 'Choose when: whoever calls knows already what you have tried.'],
      ),
    ],
  },
  {
    id: 'home-wifi',
    name: 'Il Wi-Fi di casa',
    title: { it: 'Internet di casa non va', en: 'Home internet is down' },
    words: ['Wi-Fi di casa', 'il router lampeggia', 'modem spento', 'home Wi-Fi', 'router light'],
    steps: [
      check('outage', ['C’è un guasto nella tua zona?', 'Is there a fault in your area?'], checks.outage, [
        'outage-wait',
        'reported',
        'reported',
      ]),
      check('reported', ['Hai già una segnalazione aperta?', 'Is a report of yours open already?'], checks.reported, [
        'reported-call',
        'light',
        'light',
      ]),
      question(
        'light',
        ['Di che colore è la luce del router?', 'What colour is the light of the router?'],
        undefined,
        [
          ['green', ['Verde o bianca', 'Green or white'], 'place'],
          ['red', ['Rossa o arancione', 'Red or orange'], 'restart'],
          ['off', ['È spenta', 'It is off'], 'power'],
        ],
        'router-light',
      ),
      question('power', ['Prova un’altra presa. Si accende?', 'Try another socket. Does it come on?'], undefined, [
        ['yes', ['Sì', 'Yes'], 'restart'],
        ['no', ['No', 'No'], 'report'],
      ]),
      question(
        'restart',
        ['Spegni il router per dieci secondi. Ora va?', 'Switch the router off for ten seconds. Does it work now?'],
        ['Ci mette due minuti a ripartire.', 'It takes two minutes to come back.'],
        [
          ['yes', ['Sì', 'Yes'], 'solved'],
          ['no', ['No', 'No'], 'report'],
        ],
      ),
      question('place', ['Accanto al router il Wi-Fi va bene?', 'Is the Wi-Fi good right beside the router?'], undefined, [
        ['yes', ['Sì, è lontano che non va', 'Yes, it fails further away'], 'move'],
        ['no', ['No', 'No'], 'restart'],
      ]),
      outcome(
        'move',
        'action',
        ['Sposta il router al centro della casa', 'Move the router to the middle of your home'],
        ['In alto, lontano da muri spessi e forno a microonde.', 'High up, away from thick walls and the microwave.'],
        'home-internet-page',
      ),
      outcome(
        'outage-wait',
        'solved',
        ['Lo sappiamo già: ci stiamo lavorando', 'We know already: we are working on it'],
        ['Nella tua home trovi quando pensiamo di finire.', 'Your home says when we expect to finish.'],
      ),
      outcome(
        'reported-call',
        'callBack',
        ['La tua segnalazione c’è già', 'Your report is there already'],
        ['Ti richiamiamo noi per dirti a che punto siamo.', 'We call you to say how far we are.'],
      ),
      outcome('solved', 'solved', ['Bene, è risolto', 'Good, it is solved']),
      outcome(
        'report',
        'ticket',
        ['Serve un tecnico', 'You need an engineer'],
        ['Lo avvisiamo noi, con tutto quello che hai già provato.', 'We let one know, with all that you have tried already.'],
      ),
    ],
  },
]
