import type { Sim } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { linkAction } from '../actions.ts'
import type { Face, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type SimFact = { id: string; label: string; value: string }
export type SimPayload = {
  form: Sim['form']
  state: Sim['state']
  stateText: string
  adviceText?: string | undefined
  body?: TextView | undefined
  facts: SimFact[]
  toEsim?: ActionView | undefined
  replace?: ActionView | undefined
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
