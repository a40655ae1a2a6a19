import type { KindOffer, RequestKind } from '../contract/hubs';
import type { ChatWords } from '../i18n/chat';

/** What visitors are offered, the likeliest first. What nobody serves is not offered: it is written as a question. */
const offered = ['Question', 'WorkStopped', 'CriticalError', 'FirstInstallation', 'Training', 'ModuleSetup', 'WindowsHelp', 'DevelopmentRequest'] as const satisfies readonly RequestKind[];
export type OfferedKind = (typeof offered)[number];

export function choices(offers: readonly KindOffer[]): (KindOffer & { kind: OfferedKind })[] {
  return offered.flatMap((kind) => offers.filter((offer): offer is KindOffer & { kind: OfferedKind } => offer.kind === kind));
}

/** What else must be known before it is sent: that it costs, as the customer's tariff says it, or who has to confirm it. */
export function condition({ kind, confirmation, scope, offer }: KindOffer, w: ChatWords): string | null {
  if (scope !== 'Served') return offer ?? w.t(scope === 'OfferPaid' ? 'kind.paid' : 'kind.notServed');
  if (confirmation === 'First') return w.t('kind.confirm.first');
  return confirmation === 'Later' ? w.t(kind === 'CriticalError' ? 'kind.confirm.error' : 'kind.confirm.stopped') : null;
}
