import type { KindOffer, RequestKind } from '../contract/hubs';
import type { ChatWords } from '../i18n/chat';

/** What visitors are offered, the likeliest first. What nobody serves is not offered: it is written as a question. */
const offered = ['Question', 'WorkStopped', 'CriticalError', 'FirstInstallation', 'Training', 'ModuleSetup', 'WindowsHelp', 'DevelopmentRequest'] as const satisfies readonly RequestKind[];
export type OfferedKind = (typeof offered)[number];

export function choices(offers: readonly KindOffer[]): (KindOffer & { kind: OfferedKind })[] {
  return offered.flatMap((kind) => offers.filter((offer): offer is KindOffer & { kind: OfferedKind } => offer.kind === kind));
}

/** That it costs, or that nobody does it, as the customer's tariff says it; null of what is served. */
export function condition({ scope, offer }: KindOffer, w: ChatWords): string | null {
  return scope === 'Served' ? null : (offer ?? w.t(scope === 'OfferPaid' ? 'kind.paid' : 'kind.notServed'));
}
