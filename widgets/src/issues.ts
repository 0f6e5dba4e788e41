import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Outcome } from './outcome.ts'
import type { IssueView } from './view-model.ts'

/** Why a tile cannot show what it should. The code is stable; the message is for the customer, and never says which system failed. */
export type IssueCode = Extract<Outcome, { status: 'failed' }>['code'] | 'WIDGET_ERROR' | 'UNSUPPORTED' | 'SWITCHED_OFF'

const issues: Record<IssueCode, { retryable: boolean; message: TwoLanguages }> = {
  BSS_TIMEOUT: {
    retryable: true,
    message: { it: 'Ci sta mettendo più del solito. Riprova fra poco.', en: 'This is taking longer than usual. Try again shortly.' },
  },
  DEADLINE: {
    retryable: true,
    message: { it: 'Ci sta mettendo più del solito. Riprova fra poco.', en: 'This is taking longer than usual. Try again shortly.' },
  },
  BSS_UNAVAILABLE: {
    retryable: true,
    message: { it: 'Dato non disponibile in questo momento. Riprova fra poco.', en: 'Not available at the moment. Try again shortly.' },
  },
  BSS_BAD_ANSWER: {
    retryable: true,
    message: { it: 'Dato non disponibile in questo momento. Riprova fra poco.', en: 'Not available at the moment. Try again shortly.' },
  },
  WIDGET_ERROR: {
    retryable: false,
    message: {
      it: 'Non riusciamo a mostrare questo contenuto. Ci stiamo lavorando.',
      en: 'We cannot show this right now. We are working on it.',
    },
  },
  UNSUPPORTED: {
    retryable: false,
    message: { it: 'Aggiorna l’app per vedere questo contenuto.', en: 'Update the app to see this.' },
  },
  // For a moment or until the next version: nobody is sent to the store in vain.
  SWITCHED_OFF: {
    retryable: false,
    message: {
      it: 'Per ora questo contenuto è in forma ridotta. Ci stiamo lavorando.',
      en: 'This is shown in a reduced form for now. We are working on it.',
    },
  },
}

export function issueOf(code: IssueCode, locale: Locale, retryAfterSeconds?: number): IssueView {
  const { retryable, message } = issues[code]
  return { code, message: message[locale], retryable, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
}
