import type { Cluster } from '@mosaic/schemas/release'
import { audiences } from './triggers.ts'

/** In the order in which a customer is asked about; the last one takes everybody. */
const inOrder: readonly [id: string, name: string, trigger?: { id: string }][] = [
  ['in-debt', 'In debito', audiences.inDebt],
  ['suspended', 'Linea sospesa', audiences.suspended],
  ['new-prepaid', 'Nuovi clienti ricaricabili', audiences.newPrepaid],
  ['new-postpaid', 'Nuovi clienti in abbonamento', audiences.newPostpaid],
  ['business-fleet', 'Aziende con parco linee', audiences.businessFleet],
  ['business-tablet-data', 'Aziende, linea dati', audiences.businessTabletData],
  ['business-voice', 'Aziende, linea voce', audiences.businessVoice],
  ['invoice-issued', 'Fattura appena emessa', audiences.invoiceIssued],
  ['low-credit', 'Credito quasi finito', audiences.lowCredit],
  ['consumer-tablet', 'Privati, tablet', audiences.consumerTablet],
  ['consumer-router', 'Privati, internet di casa', audiences.consumerRouter],
  ['hybrid', 'Linee ibride', audiences.hybrid],
  ['inclusive-postpaid', 'Abbonamento tutto incluso', audiences.inclusivePostpaid],
  ['inclusive-prepaid', 'Ricaricabile tutto incluso', audiences.inclusivePrepaid],
  ['base-postpaid', 'Abbonamento a consumo', audiences.basePostpaid],
  ['everyone', 'Tutti gli altri'],
]

/** Priorities ten apart, so that editors can put one between two others. */
export const clusters: Cluster[] = inOrder.map(([id, name, trigger], at) => ({
  id,
  name,
  priority: (at + 1) * 10,
  ...(trigger && { trigger: trigger.id }),
  home: `home-${id}`,
}))
