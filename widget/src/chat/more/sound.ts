import { effect, signal } from '../../core/signals';
import { sound } from '../ring';

/** The visitor wants to hear answers. Off until it is chosen. */
export const rings = signal(sound.get() === 'yes');

effect(() => sound.set(rings.value ? 'yes' : ''));
