import type { TargetKind } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'

/** What a target opens, as editors choose it. */
export const targetKindNames: Readonly<Record<TargetKind, TwoLanguages>> = {
  surface: { it: 'Una pagina', en: 'A page' },
  widget: { it: 'Un widget di una pagina', en: 'A widget on a page' },
  bill: { it: 'Una sua fattura', en: 'One of his bills' },
  option: { it: 'Una sua opzione', en: 'One of his options' },
  payment: { it: 'Un pagamento o una ricarica', en: 'A payment or a top-up' },
  step: { it: 'Una guida', en: 'A guide' },
}
