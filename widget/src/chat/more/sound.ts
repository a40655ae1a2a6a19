import { effect, signal } from '../../core/signals';
import { keep } from '../../ui/keep';

const kept = keep(() => localStorage, 'istom-sound');

/** The visitor wants to hear answers. Off until it is chosen. */
export const rings = signal(kept.get() === 'yes');

effect(() => kept.set(rings.value ? 'yes' : ''));
