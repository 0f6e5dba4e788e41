import type { Money, Sim } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { linkAction } from '../actions.ts'
import type { Face, PresentInput } from '../definition.ts'
import { priceSentence } from '../price-words.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type SimFact = { id: string; label: string; value: string }
/** Where the codes can be asked for: the tile does not have them. */
export type SimPuk = { lineId: string; label: TextView; noteText: string }
export type SimReplacement = {
  id: string
  form: Sim['form']
  formText: string
  reason: SimReason
  reasonText: string
  priceText: string
  order: ActionView
}
export type SimReason = 'lost' | 'stolen' | 'broken'
export type SimPayload = {
  form: Sim['form']
  state: Sim['state']
  stateText: string
  adviceText?: string | undefined
  body?: TextView | undefined
  facts: SimFact[]
  toEsim?: ActionView | undefined
  replace?: ActionView | undefined
  puk?: SimPuk | undefined
  replaceText?: string | undefined
  replacements: SimReplacement[]
}

type Input = PresentInput<typeof fields, 'sim'>

export function present(input: Input): Face<SimPayload> {
  const { fields: own, content, data, format, text } = input
  const { locale } = format
  const { form, state } = data.sim
  const facts = factsOf(data.sim, input)
  const title = text(own.title) ?? sayText(locale, ownTitles[form])
  const body = text(own.body)
  const adviceText = advice[state] && say(locale, advice[state])
  const stateText = say(locale, stateTexts[state])
  const summary = spoken(stateText, adviceText, ...facts.map(({ label, value }) => `${label}: ${value}`), body?.value)
  // While one SIM is on its way, another is not what anybody needs.
  const isSettled = state === 'active' || state === 'blocked'
  const replacements = isSettled && own.offerReplacement !== false ? replacementsOf(input) : []
  return {
    title,
    payload: {
      form,
      state,
      stateText,
      adviceText,
      body,
      facts,
      toEsim: form === 'sim' && state === 'active' ? linkAction(`${content.id}:to-esim`, own.toEsim, text) : undefined,
      replace: isSettled ? linkAction(`${content.id}:replace`, own.replace, text) : undefined,
      puk: isSettled && own.showPuk !== false ? pukOf(input) : undefined,
      replaceText: replacements.length > 0 ? say(locale, replaceText) : undefined,
      replacements,
    },
    summary,
    list: {
      items: [
        { id: 'state', primary: say(locale, labels.state), value: stateText },
        ...facts.map(({ id, label, value }) => ({ id, primary: label, value })),
      ],
    },
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

function factsOf({ form, device, serialEnd }: Sim, { format: { locale } }: Input): SimFact[] {
  return [
    { id: 'form', label: say(locale, labels.form), value: say(locale, formTexts[form]) },
    ...(device ? [{ id: 'device', label: say(locale, labels.device), value: device }] : []),
    ...(serialEnd === undefined ? [] : [{ id: 'serial', label: say(locale, labels.serial), value: `… ${serialEnd}` }]),
  ]
}

function pukOf({ lineId, format: { locale } }: Input): SimPuk | undefined {
  if (lineId === undefined) return undefined
  return {
    lineId,
    label: sayText(locale, { it: 'Mostra il PUK', en: 'Show the PUK' }),
    noteText: say(locale, {
      it: 'Serve a sbloccare la SIM dopo tre PIN sbagliati. Non mostrarlo a nessuno.',
      en: 'It unlocks the SIM after three wrong PINs. Show it to nobody.',
    }),
  }
}

/** One for each reason and form that has a price: whoever answers nothing else, taps once. */
function replacementsOf(input: Input): SimReplacement[] {
  const { lineId, data, content, format } = input
  const { locale } = format
  if (lineId === undefined) return []
  return reasons.flatMap((reason) =>
    formOrder.flatMap((form): SimReplacement[] => {
      const price = data.sim.replacement?.[form]
      if (!price) return []
      const id = `${content.id}:${reason}:${form}`
      const [formText, reasonText] = [say(locale, newTexts[form]), say(locale, reasonTexts[reason])]
      const priceText = price.minor === 0 ? say(locale, free) : format.money(price).text
      return [{ id, form, formText, reason, reasonText, priceText, order: orderAction(input, lineId, { id, form, reason, price }) }]
    }),
  )
}

type Wanted = { id: string; form: Sim['form']; reason: SimReason; price: Money }

function orderAction(input: Input, lineId: string, { id, form, reason, price }: Wanted): ActionView {
  const { locale, money } = input.format
  const isFree = price.minor === 0
  const formText = say(locale, newTexts[form])
  const cost = isFree
    ? say(locale, { it: 'È gratis.', en: 'It is free.' })
    : say(locale, { it: `Costa ${priceSentence(input, price, false)}.`, en: `It costs ${priceSentence(input, price, false)}.` })
  return {
    __typename: 'RunMutation',
    id: `${id}:order`,
    label: { value: `${formText}, ${isFree ? say(locale, free) : money(price).text}`, lang: locale },
    accessibilityLabel: `${formText}, ${isFree ? say(locale, free) : money(price).text}. ${say(locale, reasonTexts[reason])}`,
    confirm: {
      title: say(locale, askTexts[form]),
      body: `${cost} ${say(locale, consequences[form])}`,
      acceptLabel: say(locale, { it: 'Richiedi', en: 'Order' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'replaceSim',
    variables: [
      { name: 'lineId', value: lineId },
      { name: 'form', value: form },
      { name: 'reason', value: reason },
      { name: 'price', value: String(price.minor) },
    ],
    refreshes: input.refreshedBy('replaceSim'),
  }
}

const reasons = ['lost', 'stolen', 'broken'] as const satisfies readonly SimReason[]
const formOrder = ['sim', 'esim'] as const satisfies readonly Sim['form'][]
const free = { it: 'gratis', en: 'free' }
const replaceText = { it: 'Sostituisci la SIM', en: 'Replace the SIM' }

const newTexts: Record<Sim['form'], TwoLanguages> = {
  sim: { it: 'Nuova SIM fisica', en: 'New SIM card' },
  esim: { it: 'Nuova eSIM', en: 'New eSIM' },
}

const askTexts: Record<Sim['form'], TwoLanguages> = {
  sim: { it: 'Richiedere una nuova SIM?', en: 'Order a new SIM?' },
  esim: { it: 'Richiedere una nuova eSIM?', en: 'Order a new eSIM?' },
}

const reasonTexts: Record<SimReason, TwoLanguages> = {
  lost: { it: 'L’ho persa', en: 'I have lost it' },
  stolen: { it: 'Me l’hanno rubata', en: 'It was stolen' },
  broken: { it: 'Non funziona più', en: 'It does not work any more' },
}

const consequences: Record<Sim['form'], TwoLanguages> = {
  sim: {
    it: 'Quando la nuova SIM è attiva, quella che hai ora smette di funzionare. Il tuo numero non cambia.',
    en: 'When the new SIM is active, the one you have now stops working. Your number stays the same.',
  },
  esim: {
    it: 'Quando la nuova eSIM è pronta da installare, la SIM che hai ora smette di funzionare. Il tuo numero non cambia.',
    en: 'When the new eSIM is ready to be installed, the SIM you have now stops working. Your number stays the same.',
  },
}

const ownTitles: Record<Sim['form'], TwoLanguages> = {
  sim: { it: 'La tua SIM', en: 'Your SIM' },
  esim: { it: 'La tua eSIM', en: 'Your eSIM' },
}

const labels = {
  state: { it: 'Stato', en: 'State' },
  form: { it: 'Tipo', en: 'Type' },
  device: { it: 'Dispositivo', en: 'Device' },
  serial: { it: 'Numero di serie', en: 'Serial number' },
}

const formTexts: Record<Sim['form'], TwoLanguages> = {
  sim: { it: 'SIM fisica', en: 'SIM card' },
  esim: { it: 'eSIM, nel dispositivo', en: 'eSIM, in the device' },
}

const stateTexts: Record<Sim['state'], TwoLanguages> = {
  active: { it: 'Attiva', en: 'Active' },
  blocked: { it: 'Bloccata', en: 'Blocked' },
  replacing: { it: 'In sostituzione', en: 'Being replaced' },
  toInstall: { it: 'Da installare', en: 'To be installed' },
}

const advice: Partial<Record<Sim['state'], TwoLanguages>> = {
  blocked: { it: 'Nessuno può usarla. Il tuo numero resta tuo.', en: 'Nobody can use it. Your number stays yours.' },
  replacing: { it: 'La nuova SIM è in arrivo, con lo stesso numero.', en: 'The new SIM is on its way, with the same number.' },
  toInstall: {
    it: 'Installala dalle impostazioni del dispositivo per iniziare.',
    en: 'Install it from the settings of your device to begin.',
  },
}
